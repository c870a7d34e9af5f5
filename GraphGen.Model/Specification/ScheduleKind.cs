namespace GraphGen.Model;

/// <summary>The schedules of the learning rate that presets propose.</summary>
public enum ScheduleKind
{
    /// <summary>The rate of the fit in every step.</summary>
    Constant,

    /// <summary>Up to the rate of the fit and down again, once in the whole fit (Smith, 2018).</summary>
    OneCycle,
}
