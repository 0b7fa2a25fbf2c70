namespace Ristretto.Events.Systematics;

/// <summary>Variations whose effect is measured.</summary>
internal interface IMeteredEvents
{
    ShiftMeter Meter { get; }
}
