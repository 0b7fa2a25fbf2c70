using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.Files.Checking;

/// <summary>Goes through all directories and checks the object of every key.</summary>
internal sealed class DirectoryCheck(RootFile file, Findings findings, CheckCrew crew, bool hasClasses)
{
    private readonly HashSet<long> _entered = [];
    private readonly Dictionary<string, int> _undescribed = new(StringComparer.Ordinal);

    public void Run()
    {
        findings.RecordStarts.Add(file.Header.Begin);
        if (file.Header.SeekFree != 0) findings.RecordStarts.Add(file.Header.SeekFree);
        Check(file.Directory);
        foreach (var (className, count) in _undescribed)
            findings.Note($"{className}: nothing describes this class, so that {(count == 1 ? "its object was" : $"its {count} objects were")} only decompressed");
    }

    private void Check(RootDirectory directory)
    {
        if (directory.Record.SeekKeys != 0) findings.RecordStarts.Add(directory.Record.SeekKeys);
        // The newest cycle of each name first.
        foreach (var cycles in directory.Keys.GroupBy(key => key.Name))
        {
            var seen = cycles.Skip(1).Any() ? new HashSet<long>() : null;
            var isNewest = true;
            foreach (var key in cycles.OrderByDescending(key => key.Cycle))
            {
                findings.Objects++;
                findings.RecordStarts.Add(key.SeekKey);
                var path = directory.Join(key.Name);
                try
                {
                    CheckRecord(path, key);
                    Check(directory, path, key, isNewest, seen);
                }
                catch (RistrettoException error) when (findings.IsFinding(error))
                {
                    findings.DamagedObjects++;
                    findings.Add(error);
                }
                isNewest = false;
            }
        }
    }

    private void Check(RootDirectory directory, string path, KeyRecord key, bool isNewest, HashSet<long>? seen)
    {
        if (RootDirectory.IsDirectory(key))
        {
            if (!_entered.Add(key.SeekKey)) throw new RootFormatException(file.Path, path, key.SeekKey, "the directory is listed in more than one place");
            var below = directory.Open(key);
            _ = below.Keys;
            Check(below);
            return;
        }
        using var context = new DecodeContext();
        var payload = file.ReadPayload(key, context);
        var stored = key.IsCompressed ? context.Compressed.Ensure(key.StoredBytes) : payload;
        findings.Advance(path, key.TotalBytes, RootFile.IsNTuple(key) ? 0 : BlockProtection.UnprotectedBytes(stored, key.IsCompressed));
        if (RootFile.IsTree(key))
        {
            var table = new TreeCheck(Tree.Read(file, path, key), findings, crew).Run(seen, hasClasses);
            if (isNewest) findings.Tables.Add(table);
        }
        else if (RootFile.IsNTuple(key))
        {
            var table = new NTupleCheck(NTuple.Read(file, path, key), findings, crew).Run();
            if (isNewest) findings.Tables.Add(table);
        }
        else if (hasClasses)
        {
            Decode(path, key);
        }
    }

    private void Decode(string path, KeyRecord key)
    {
        try
        {
            file.ReadObject(path, key);
        }
        catch (SchemaException)
        {
            _undescribed[key.ClassName] = _undescribed.GetValueOrDefault(key.ClassName) + 1;
        }
    }

    /// <summary>The record must start with the key that the directory has.</summary>
    private void CheckRecord(string path, KeyRecord key)
    {
        var origin = new RecordOrigin(file.Path, path, key.SeekKey);
        file.CheckExtent(origin, key.SeekKey, key.TotalBytes);
        var head = new byte[key.KeyBytes];
        file.Source.Read(key.SeekKey, head);
        var reader = new BigEndianReader(head, origin);
        var record = KeyRecord.Decode(ref reader);
        if ((record.TotalBytes, record.ObjectBytes, record.KeyBytes) != (key.TotalBytes, key.ObjectBytes, key.KeyBytes))
            origin.Throw(0, $"the record has {record.TotalBytes} bytes ({record.KeyBytes} of them key, {record.ObjectBytes} decompressed), its directory says {key.TotalBytes} ({key.KeyBytes}, {key.ObjectBytes})");
        if (record.ClassName != key.ClassName || record.Name != key.Name)
            origin.Throw(0, $"the record holds the {record.ClassName} {record.Name}, its directory says the {key.ClassName} {key.Name}");
    }
}
