namespace ApiAdmin.Core.Customers.Seeding;

/// <summary>A country's share of the made-up customers: how its people are called, where they live, what their numbers look like.</summary>
/// <param name="Number">The number after the country code; <c>#</c> is any digit.</param>
internal sealed record SeedCountry(
    string Name, string Code, string Number, string[] Family, string[] Given, string[] Places, bool FamilyFirst, string Between);

/// <summary>Names of many scripts, common ones, put together at random.</summary>
internal static class SeedNames
{
    public static readonly SeedCountry[] Countries =
    [
        new("China", "86", "13#########", ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "林", "郭", "何", "高", "罗"], ["伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "涛", "明", "超", "秀英", "小明", "建国", "志强", "雨婷", "子涵", "浩然", "欣怡"], ["北京", "上海", "武汉", "广州", "成都", "西安"], true, ""),
        new("Germany", "49", "151########", ["Müller", "Schmidt", "Schneider", "Fischer", "Weber", "Meyer", "Wagner", "Becker", "Schulz", "Hoffmann", "Schäfer", "Koch", "Größ", "Krüger"], ["Anna", "Jürgen", "Lukas", "Björn", "Käthe", "Sören", "Lea", "Paul", "Emma", "Felix", "Jörg", "Ute"], ["Berlin", "München", "Köln", "Hamburg", "Düsseldorf"], false, " "),
        new("France", "33", "6########", ["Martin", "Bernard", "Dubois", "Thomas", "Robert", "Richard", "Petit", "Durand", "Leroy", "Moreau", "Lefèvre", "Françoise"], ["José", "Élodie", "Chloé", "Noël", "Hélène", "Luc", "Marie", "Jean", "Aurélie", "Zoé"], ["Paris", "Lyon", "Orléans", "Nîmes"], false, " "),
        new("United States", "1", "20255#####", ["Smith", "Johnson", "Williams", "Brown", "Jones", "Garcia", "Miller", "Davis", "Rodriguez", "Martinez", "O'Neil", "McDonald"], ["James", "Mary", "Robert", "Patricia", "John", "Jennifer", "Michael", "Linda", "Ava", "Noah"], ["New York", "Austin", "Seattle", "Chicago"], false, " "),
        new("Spain", "34", "6########", ["García", "Fernández", "González", "López", "Martínez", "Sánchez", "Pérez", "Núñez"], ["María", "Iñaki", "Lucía", "Andrés", "Sofía", "Íñigo", "Ángel"], ["Madrid", "Málaga", "Sevilla"], false, " "),
        new("Saudi Arabia", "966", "5########", ["العتيبي", "القحطاني", "الغامدي", "الشهري", "الحربي", "علي", "حسن"], ["محمد", "أحمد", "فاطمة", "خالد", "سارة", "نورة", "عبدالله", "يوسف"], ["الرياض", "جدة", "مكة"], false, " "),
        new("Russia", "7", "916#######", ["Иванов", "Смирнов", "Кузнецов", "Попов", "Соколов", "Лебедев", "Козлов", "Фёдоров"], ["Наталья", "Сергей", "Ольга", "Алексей", "Пётр", "Анна", "Дмитрий", "Юлия"], ["Москва", "Казань", "Самара"], false, " "),
        new("Japan", "81", "90########", ["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村"], ["さくら", "太郎", "花子", "健", "美咲", "翔太", "陽菜"], ["東京", "大阪", "京都"], true, " "),
        new("South Korea", "82", "10########", ["김", "이", "박", "최", "정", "강", "조"], ["민준", "서연", "지훈", "수진", "하은", "도윤"], ["서울", "부산", "인천"], true, ""),
        new("India", "91", "98########", ["Sharma", "Patel", "Singh", "Kumar", "Gupta", "शर्मा", "सिंह"], ["Aarav", "Priya", "Rahul", "Ananya", "Vikram", "अनिल", "सुनीता"], ["Mumbai", "Delhi", "Pune"], false, " "),
        new("Brazil", "55", "119########", ["Silva", "Santos", "Oliveira", "Souza", "Conceição", "Araújo"], ["João", "Ana", "Antônio", "Letícia", "Luís", "Júlia"], ["São Paulo", "Brasília", "Belém"], false, " "),
        new("Vietnam", "84", "91#######", ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh"], ["Anh", "Dũng", "Hương", "Linh", "Tuấn"], ["Hà Nội", "Đà Nẵng", "Huế"], true, " "),
    ];

    public static readonly string[] Enterprises = ["Acme Ltd", "Globex", "Initech", "Umbrella GmbH", "北京科技有限公司", "شركة النور", "ООО Ромашка", "Café du Nord", "Nordwind AG", "Soylent", "Contoso", "株式会社さくら"];

    public static readonly string[] Sources = ["web", "phone", "wechat", "whatsapp", "facebook", "email", "shop", "partner"];

    public static readonly string[] Remarks = ["Calls in the evening", "Prefers e-mail", "Asked for an invoice", "Language: French", "老客户", "لا يتصل قبل الظهر", "Moved house"];
}
