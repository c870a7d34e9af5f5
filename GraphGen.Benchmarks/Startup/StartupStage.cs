namespace GraphGen.Benchmarks.Startup;

/// <summary>What <see cref="StartupProgram"/> does, in this order.</summary>
internal enum StartupStage
{
    /// <summary>The runtime starts, up to the program's first line.</summary>
    Launch,

    /// <summary>The program draws a batch.</summary>
    DrawBatch,

    /// <summary>The network is made.</summary>
    Constructor,

    /// <summary>The first training step.</summary>
    FirstStep,

    /// <summary>The second training step.</summary>
    SecondStep,

    /// <summary>The first prediction of a batch.</summary>
    PredictBatch,

    /// <summary>The first prediction of one row.</summary>
    PredictRow,

    /// <summary>The program draws an epoch's rows.</summary>
    DrawRows,

    /// <summary>The first epoch.</summary>
    Epoch,
}
