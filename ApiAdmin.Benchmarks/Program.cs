using ApiAdmin.Benchmarks;
using BenchmarkDotNet.Running;

// "start PROGRAM.dll" measures whole starts, "large" and "slow" are loads on the invoker, "ratios" compares in turn,
// "customer-query PROGRAM.dll DATA" puts the internal query beside its limit; everything else goes to BenchmarkDotNet.
if (args is ["start", var program])
{
    return await StartMeasure.RunAsync(program);
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

if (args is ["customer-query", var served, var folder])
{
    return await CustomerQueryMeasure.RunAsync(served, folder);
}

if (args is ["customer-limit", var file, var address, var key])
{
    return await CustomerLimitApp.RunAsync(file, address, key);
}

BenchmarkSwitcher.FromAssembly(typeof(StartMeasure).Assembly).Run(args);
return 0;
