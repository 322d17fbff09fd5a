using System.Formats.Tar;
using System.Text;

namespace MdevDesired.KernelTests.Machines;

/// <summary>Text files in a tar archive, which the machine unpacks over its disk before systemd starts.</summary>
internal static class FilesArchive
{
    public static void Write(string path, IReadOnlyDictionary<string, string> files)
    {
        using var archive = new TarWriter(File.Create(path));
        foreach (var (name, text) in files)
        {
            archive.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name.TrimStart('/'))
            {
                DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
            });
        }
    }
}
