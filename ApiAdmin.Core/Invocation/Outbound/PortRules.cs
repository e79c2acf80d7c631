using System.Collections.Frozen;

namespace ApiAdmin.Core.Invocation.Outbound;

/// <summary>Web ports and high ports may be called; the ports of data stores and control planes may not, unless a rule names them.</summary>
public static class PortRules
{
    private static readonly FrozenDictionary<int, string> Stores = new Dictionary<int, string>
    {
        [1433] = "SQL Server", [1434] = "SQL Server", [1521] = "Oracle", [2049] = "NFS", [2181] = "ZooKeeper", [2375] = "Docker", [2376] = "Docker",
        [2379] = "etcd", [2380] = "etcd", [3306] = "MySQL", [3389] = "remote desktop", [4369] = "Erlang", [5432] = "PostgreSQL", [5433] = "PostgreSQL",
        [5672] = "RabbitMQ", [5900] = "VNC", [5984] = "CouchDB", [5985] = "WinRM", [5986] = "WinRM", [6379] = "Redis", [6380] = "Redis", [7000] = "Cassandra",
        [7001] = "Cassandra", [8086] = "InfluxDB", [9042] = "Cassandra", [9092] = "Kafka", [9200] = "Elasticsearch", [9300] = "Elasticsearch",
        [10250] = "the Kubernetes node agent", [10255] = "the Kubernetes node agent", [11211] = "memcached", [27017] = "MongoDB", [27018] = "MongoDB",
        [27019] = "MongoDB",
    }.ToFrozenDictionary();

    /// <summary>Why the port may not be called; null when it may.</summary>
    public static string? Problem(int port) => port switch
    {
        80 or 443 => null,
        < 1024 => $"port {port} is not a web port (80, 443 and from 1024 on are)",
        _ => Stores.TryGetValue(port, out var store) ? $"port {port} is used by {store}" : null,
    };
}
