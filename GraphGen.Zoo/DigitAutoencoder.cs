namespace GraphGen.Pretrained;

/// <summary>
/// Makes codes of 32 numbers of handwritten digits, and digits of codes: 28 x 28 pixels, row by row, from 0 for paper to 1 for ink. Trained, it is
/// <c>Zoo.Load&lt;DigitAutoencoder&gt;("digit-autoencoder")</c>.
/// </summary>
[Input(784)]
[Dense(128, Act.Elu, Name = "hidden")]
[Dense(32, Name = "code")]
[Dense(128, Act.Elu, TiedTo = "code")]
[Dense(784, TiedTo = "hidden")]
[Reconstruction(ReconstructionLoss.CrossEntropy)]
[Adam]
public partial class DigitAutoencoder;
