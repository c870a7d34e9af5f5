using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GraphGen.Reporting.Tests.TensorBoard;

/// <summary>
/// Makes the disk full for a file that this process has open, until this is disposed. For Linux: what is open is replaced by <c>/dev/full</c>, which answers as a
/// full disk does.
/// </summary>
internal sealed class FullDisk : IDisposable
{
    private readonly int _file;
    private readonly int _kept;

    public FullDisk(string path)
    {
        string open = Directory.GetFiles("/proc/self/fd").Single(entry => new FileInfo(entry).LinkTarget == path);
        _file = int.Parse(Path.GetFileName(open), CultureInfo.InvariantCulture);
        _kept = Duplicate(_file);
        using SafeFileHandle full = File.OpenHandle("/dev/full", FileMode.Open, FileAccess.Write);
        Replace((int)full.DangerousGetHandle(), _file);
    }

    public void Dispose()
    {
        Replace(_kept, _file);
        Close(_kept);
    }

    [DllImport("libc", EntryPoint = "dup")]
    private static extern int Duplicate(int descriptor);

    [DllImport("libc", EntryPoint = "dup2")]
    private static extern int Replace(int by, int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}
