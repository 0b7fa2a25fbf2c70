namespace Ristretto.Bytes.Sources.Xrootd;

/// <summary>Numbers of the requests (kXR_…).</summary>
internal enum XrdRequestId : ushort
{
    Auth = 3000,
    Query = 3001,
    Close = 3003,
    DirectoryList = 3004,
    Protocol = 3006,
    Login = 3007,
    Open = 3010,
    Ping = 3011,
    Read = 3013,
    Stat = 3017,
    VectorRead = 3025,
    Locate = 3027,
}

/// <summary>Kinds of replies (kXR_ok, kXR_oksofar, …).</summary>
internal enum XrdStatus : ushort
{
    Ok = 0,
    Partial = 4000,
    Attention = 4001,
    AuthenticateMore = 4002,
    Error = 4003,
    Redirect = 4004,
    Wait = 4005,
    WaitForAnswer = 4006,
}

/// <summary>Flags in the reply to kXR_protocol.</summary>
[Flags]
internal enum XrdServerFlags : uint
{
    None = 0,
    Server = 0x1,
    Manager = 0x2,
    GoToTls = 0x4000_0000,
    HasTls = 0x8000_0000,
}

/// <summary>Flags in the reply to kXR_stat.</summary>
[Flags]
internal enum XrdFileFlags
{
    None = 0,
    Directory = 2,
    Other = 4,
    Offline = 8,
}

/// <summary>Numbers of errors (kXR_NotFound, …).</summary>
internal enum XrdErrorNumber
{
    ArgumentTooLong = 3002,
    FileNotOpen = 3004,
    FileSystem = 3005,
    Io = 3007,
    NoMemory = 3008,
    NoSpace = 3009,
    NotAuthorized = 3010,
    NotFound = 3011,
    Server = 3012,
    Unsupported = 3013,
    NoServer = 3014,
    NotFile = 3015,
    IsDirectory = 3016,
    Cancelled = 3017,
    Overloaded = 3024,
    TlsRequired = 3028,
    AuthenticationFailed = 3030,
    NoSuchUser = 3031,
    TimedOut = 3034,
}
