using System.Globalization;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    return args switch
    {
        ["activations", ..] => Activations.Run(args[1..]),
        ["tables"] => Tables.Run(),
        ["best", ..] => Best.Run(args[1..]),
        _ => Usage(),
    };
}
catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

static int Usage()
{
    Console.Error.WriteLine("""
        Reproduces what the lecture notes on training deep networks show and measure.

          activations [file]   what first weights do to the activations of five layers: figures, and
                               histograms as one HTML page (default: activations.html)
          tables               three optimizers on MNIST, with and without batch normalisation, beside
                               the notes' accuracies
          best [seed] [all]    a dense network that recognises at least 99.3 % of MNIST's test digits;
                               with 'all' it trains on the validation rows, too
        """);
    return 1;
}
