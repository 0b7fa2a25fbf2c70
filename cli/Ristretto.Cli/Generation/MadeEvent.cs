namespace Ristretto.Cli.Generation;

/// <summary>What an event has once.</summary>
internal readonly record struct MadeEvent(
    int Run, uint LuminosityBlock, ulong Number, int Triggers, int Vertices, float MetPt, float MetPhi, float MetSum, float MetSignificance, float CovXX, float CovXY, float CovYY);

/// <summary>Where an object flies.</summary>
internal readonly record struct Kinematics(float Pt, float Eta, float Phi, float Mass);

/// <summary>A muon.</summary>
internal readonly record struct MadeMuon(Kinematics P4, int Charge, float Isolation, float WideIsolation, bool IsTight, bool IsSoft, Track Track, int Jet);

/// <summary>An electron.</summary>
internal readonly record struct MadeElectron(Kinematics P4, int Charge, float Isolation, Track Track, bool IsTight, bool IsParticleFlow, int Jet);

/// <summary>How a track passes the vertex.</summary>
internal readonly record struct Track(float Dxy, float DxyError, float Dz, float DzError);

/// <summary>A tau lepton.</summary>
internal readonly record struct MadeTau(Kinematics P4, int Charge);

/// <summary>A jet.</summary>
internal readonly record struct MadeJet(Kinematics P4, bool IsNoPileUp, float Btag);
