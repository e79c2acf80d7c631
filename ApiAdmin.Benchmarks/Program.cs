using ApiAdmin.Benchmarks;
using ApiAdmin.Benchmarks.Circuits;
using ApiAdmin.Benchmarks.Pages;
using BenchmarkDotNet.Running;

// "start PROGRAM.dll" measures whole starts, "circuits PROGRAM.dll" open pages, "pages" and "body PROGRAM.dll" what people wait for
// in a browser, "large" and "slow" are loads on the invoker, "ratios" compares in turn; everything else
// goes to BenchmarkDotNet. "customer-query PROGRAM.dll DATA" puts the internal query beside its limit, "customer-search SETTINGS" times the search.
if (args is ["start", var program])
{
    return await StartMeasure.RunAsync(program);
}

if (args is ["circuits", var served])
{
    return await CircuitMeasure.RunAsync(served);
}

if (args is ["pages", var looked])
{
    return await PagesMeasure.RunAsync(looked);
}

if (args is ["body", var panel])
{
    return await BodyMeasure.RunAsync(panel);
}

if (args is ["large"])
{
    return await LargeMeasure.RunAsync();
}

if (args is ["slow"])
{
    return await SlowMeasure.RunAsync();
}

if (args is ["ratios"])
{
    return await RatioMeasure.RunAsync();
}

if (args is ["customer-query", var seededProgram, var folder])
{
    return await CustomerQueryMeasure.RunAsync(seededProgram, folder);
}

if (args is ["customer-search", .. var settings])
{
    return await CustomerSearchMeasure.RunAsync(settings);
}

if (args is ["customer-limit", var file, var address, var key])
{
    return await CustomerLimitApp.RunAsync(file, address, key);
}

BenchmarkSwitcher.FromAssembly(typeof(StartMeasure).Assembly).Run(args);
return 0;
