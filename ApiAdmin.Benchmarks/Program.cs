using ApiAdmin.Benchmarks;
using BenchmarkDotNet.Running;

// "start PROGRAM.dll" measures whole starts; everything else goes to BenchmarkDotNet.
if (args is ["start", var program])
{
    return await StartMeasure.RunAsync(program);
}

BenchmarkSwitcher.FromAssembly(typeof(StartMeasure).Assembly).Run(args);
return 0;
