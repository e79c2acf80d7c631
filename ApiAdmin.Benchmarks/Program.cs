using ApiAdmin.Benchmarks;
using ApiAdmin.Benchmarks.Circuits;
using ApiAdmin.Benchmarks.Pages;
using BenchmarkDotNet.Running;

// "start PROGRAM.dll" measures whole starts, "circuits PROGRAM.dll" open pages, "pages" and "body PROGRAM.dll" what people wait for
// in a browser, "large" and "slow" are loads on the invoker, "ratios" compares in turn; everything else
// goes to BenchmarkDotNet.
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

BenchmarkSwitcher.FromAssembly(typeof(StartMeasure).Assembly).Run(args);
return 0;
