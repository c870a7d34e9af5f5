using System.Globalization;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["activations", ..] => Activations.Run(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Reproduces what the lecture notes on training deep networks show and measure.

          activations [file]   what first weights do to the activations of five layers: figures, and
                               histograms as one HTML page (default: activations.html)
        """);
    return 1;
}
