namespace GraphGen;

/// <summary>The schedule of the learning rate that a preset proposes for fits that name none.</summary>
public enum ProposedSchedule
{
    /// <summary>The rate of the fit in every step.</summary>
    Constant,

    /// <summary>Up to the rate of the fit and down again, once in the whole fit (Smith, 2018).</summary>
    OneCycle,
}
