using ApiAdmin.Benchmarks;
using ApiAdmin.Benchmarks.Circuits;
using BenchmarkDotNet.Running;

// "start PROGRAM.dll" measures whole starts, "large" and "slow" are loads on the invoker, "ratios" compares in turn; everything
// else goes to BenchmarkDotNet.
if (args is ["start", var program])
{
    return await StartMeasure.RunAsync(program);
}

if (args is ["circuits", var served])
{
    return await CircuitMeasure.RunAsync(served);
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

BenchmarkSwitcher.FromAssembly(typeof(StartMeasure).Assembly).Run(args);
return 0;
