namespace GraphGen.Pretrained;

/// <summary>
/// Reads handwritten digits: 28 x 28 pixels, row by row, from 0 for paper to 1 for ink, give the probabilities of 0 to 9. Trained, it is
/// <c>Zoo.Load&lt;DigitClassifier&gt;("digit-classifier")</c>.
/// </summary>
[Input(784)]
[Dense(128, Act.Elu)] [BatchNorm]
[Dense(64, Act.Elu)] [BatchNorm]
[Dense(10)]
[SoftmaxCrossEntropy]
[Adam]
public partial class DigitClassifier;
