using System.Text;

namespace MdevDesired.KernelTests.Machines;

/// <summary>The temporary folder of one machine; run.sh removes it when the machine has ended.</summary>
internal sealed class MachineFolder
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mdev-machine-").FullName;

    public string ChannelSocket => System.IO.Path.Combine(Path, "channel");

    /// <summary>The tar archive of <see cref="MachineOptions.Files"/>.</summary>
    public string Files => System.IO.Path.Combine(Path, "files.tar");

    public string Console => System.IO.Path.Combine(Path, "console.log");

    /// <summary>All that the machine's kernel said up to now, and QEMU's complaints, if any, before that.</summary>
    public string ReadLog() => Read("qemu.log") + Read("console.log");

    private string Read(string name)
    {
        try
        {
            using var file = new FileStream(
                System.IO.Path.Combine(Path, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (IOException)
        {
            // Not written yet, or the machine and its folder are gone.
            return "";
        }
    }
}
