using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Trees;

/// <content>Branches and their leaves.</content>
internal ref partial struct TreeRecordParser
{
    private bool ReadBranches(string prefix)
    {
        if (++_depth > LargestDepth) _reader.Fail($"branches are nested more than {LargestDepth} deep");
        var header = ReadArrayHead(out var count);
        var any = false;
        for (var i = 0; i < count; i++)
        {
            var pointer = _classes.Read(ref _reader);
            if (pointer.IsObject) ReadBranch(pointer, prefix, isDetached: false);
            else if (!_tree.BranchesByKey.TryGetValue(pointer.Key, out var earlier)) continue;
            else Attach(earlier, prefix);
            any = true;
        }
        header.Leave(ref _reader, "fBranches");
        _depth--;
        return any;
    }

    /// <summary>A branch that was spelled out earlier, as the counter of another one.</summary>
    private readonly void Attach(BranchRecord branch, string prefix)
    {
        if (_tree.Terminal.Contains(branch)) return;
        branch.Path = prefix + branch.Path;
        _tree.Terminal.Add(branch);
    }

    private void ReadBranch(ObjectPointer pointer, string prefix, bool isDetached)
    {
        var branch = new BranchRecord { ClassName = pointer.ClassName! };
        _tree.BranchesByKey[pointer.Key] = branch;
        var (start, terminals) = (_reader.Position, _tree.Terminal.Count);
        if (branch.ClassName is "TBranch")
        {
            ReadBranchFields(branch, prefix);
        }
        else if (branch.ClassName is "TBranchElement" or "TBranchObject" or "TBranchClones" or "TBranchRef" or "TBranchSTL")
        {
            var outer = ObjectHeader.Read(ref _reader);
            _layout?.Add(outer);
            ReadBranchFields(branch, prefix);
            if (branch.ClassName is "TBranchElement") branch.Element = ReadElement(outer);
            if (branch.ClassName is "TBranchObject") branch.ObjectClass = _reader.ReadString();
            if (outer.End >= 0) _reader.Seek(outer.End);
        }
        else
        {
            branch.Path = $"{prefix}({branch.ClassName} at {start})";
        }
        if (isDetached) _tree.Terminal.RemoveRange(terminals, _tree.Terminal.Count - terminals);
        if (pointer.End >= 0) _reader.Seek(pointer.End);
        else if (_reader.Position == start) _reader.Fail($"a branch of class {branch.ClassName} has no byte count");
    }

    private ElementRecord? ReadElement(ObjectHeader outer)
    {
        if (outer.Version is < 8 or > 99) return null;
        var element = new ElementRecord { ClassName = _reader.ReadString() };
        _reader.ReadStringBytes();                                // fParentName
        element.ClonesName = _reader.ReadString();
        element.Checksum = _reader.ReadUInt32();
        element.ClassVersion = outer.Version >= 10 ? _reader.ReadInt16() : _reader.ReadInt32();
        (element.Id, element.Type, element.StreamerType) = (_reader.ReadInt32(), _reader.ReadInt32(), _reader.ReadInt32());
        _reader.Skip(4);                                          // fMaximum
        element.CounterKey = ReadBranchPointer();
        element.SecondCounterKey = ReadBranchPointer();
        return element;
    }

    private int ReadBranchPointer()
    {
        var pointer = _classes.Read(ref _reader);
        if (!pointer.IsObject) return pointer.Key;
        if (++_depth > LargestDepth) _reader.Fail($"branches are nested more than {LargestDepth} deep");
        ReadBranch(pointer, "", isDetached: true);
        _depth--;
        return pointer.Key;
    }

    private void ReadBranchFields(BranchRecord branch, string prefix)
    {
        var header = ObjectHeader.Read(ref _reader);
        if (header.Version is < 8 or > 99) _reader.Fail($"TBranch of class version {header.Version} is not supported (8 and newer are)");
        var layout = _layout?.AddBranch(header, branch);
        ReadNamed(out var name, out branch.TitleAt);
        branch.Path = prefix.Length == 0 ? name : prefix + name;
        ObjectHeader.SkipObject(ref _reader, "TAttFill");
        if (layout is not null) layout.CompressAt = _reader.Position;
        branch.Compression = _reader.ReadInt32();
        _reader.Skip(2 * 4);                                      // fBasketSize, fEntryOffsetLen
        branch.WriteBasket = _reader.ReadInt32();
        if (header.Version >= 10) ReadCounts(branch, header.Version, layout);
        else ReadOldCounts(branch);
        if (branch.Entries < 0) _reader.Fail($"fEntries of branch {branch.Path} is {branch.Entries}");

        branch.HasBranches = ReadBranches($"{branch.Path}/");
        if (!branch.HasBranches) _tree.Terminal.Add(branch);
        ReadLeaves(branch);
        if (layout is not null) layout.BasketsAt = _reader.Position;
        ReadEmbedded(branch);
        ReadBasketArrays(branch, header.Version);
        if (layout is not null) layout.BasketsEnd = _reader.Position;
        branch.FileName = _reader.ReadString();
        header.Leave(ref _reader, branch.Path);
    }

    private void ReadCounts(BranchRecord branch, int version, BranchLayout? layout)
    {
        _reader.Skip(8);                                          // fEntryNumber
        if (version >= 13) ObjectHeader.SkipObject(ref _reader, "TIOFeatures");
        if (layout is not null) layout.CountsAt = _reader.Position;
        _reader.Skip(4);                                          // fOffset
        branch.MaxBaskets = _reader.ReadInt32();
        _reader.Skip(4);                                          // fSplitLevel
        branch.Entries = _reader.ReadInt64();
        if (version >= 11) _reader.Skip(8);                       // fFirstEntry
        branch.TotalBytes = _reader.ReadInt64();
        branch.StoredBytes = _reader.ReadInt64();
    }

    private void ReadOldCounts(BranchRecord branch)
    {
        _reader.Skip(2 * 4);                                      // fEntryNumber, fOffset
        branch.MaxBaskets = _reader.ReadInt32();
        _reader.Skip(4);                                          // fSplitLevel
        branch.Entries = ToCount(_reader.ReadDouble());
        branch.TotalBytes = ToCount(_reader.ReadDouble());
        branch.StoredBytes = ToCount(_reader.ReadDouble());
    }

    private void ReadLeaves(BranchRecord branch)
    {
        var header = ReadArrayHead(out var count);
        for (var i = 0; i < count; i++)
        {
            var leaf = ReadLeafPointer(_classes.Read(ref _reader), branch.Path);
            if (leaf is null) continue;
            leaf.Owner = branch;
            branch.Leaves.Add(leaf);
        }
        header.Leave(ref _reader, "fLeaves");
    }

    private LeafRecord? ReadLeafPointer(ObjectPointer pointer, string branch)
    {
        if (pointer.IsReference) return _tree.LeavesByKey.GetValueOrDefault(pointer.Key);
        return pointer.IsObject ? ReadLeaf(pointer, branch) : null;
    }

    /// <param name="pointer">The leaf that follows.</param>
    /// <param name="branch">Name of its branch, which is mostly the leaf's as well.</param>
    private LeafRecord ReadLeaf(ObjectPointer pointer, string branch)
    {
        if (pointer.End < 0) _reader.Fail($"a leaf of class {pointer.ClassName} has no byte count");
        if (++_depth > LargestDepth) _reader.Fail($"leaf counts are nested more than {LargestDepth} deep");
        ObjectHeader.Read(ref _reader);                           // TLeafF, …
        ObjectHeader.Read(ref _reader);                           // its base TLeaf
        ReadNamed(out var name, out var titleAt, branch);
        var length = _reader.ReadInt32();
        var elementBytes = _reader.ReadInt32();
        _reader.Skip(4 + 1);                                      // fOffset, fIsRange
        var isUnsigned = _reader.ReadByte() != 0;
        // The counter may be spelled out here, when its branch comes later; that branch then refers to it.
        var counter = _classes.Read(ref _reader);
        if (counter.IsObject) ReadLeaf(counter, "");
        var leaf = new LeafRecord
        {
            ClassName = pointer.ClassName!,
            Name = name,
            TitleAt = titleAt,
            Length = length,
            ElementBytes = elementBytes,
            IsUnsigned = isUnsigned,
            CounterKey = counter.Key,
        };
        _tree.LeavesByKey[pointer.Key] = leaf;
        _reader.Seek(pointer.End);
        _depth--;
        return leaf;
    }

    private void ReadEmbedded(BranchRecord branch)
    {
        var header = ReadArrayHead(out var count);
        for (var i = 0; i < count; i++)
        {
            var pointer = _classes.Read(ref _reader);
            if (!pointer.IsObject) continue;
            if (pointer.End < 0) _reader.Fail($"an embedded basket of {branch.Path} has no byte count");
            (branch.Embedded ??= []).Add((i, _reader.Position));
            _reader.Seek(pointer.End);
        }
        header.Leave(ref _reader, "fBaskets");
    }

    private void ReadBasketArrays(BranchRecord branch, int version)
    {
        if (branch.MaxBaskets < 0 || branch.MaxBaskets > _reader.Remaining / 12) _reader.Fail($"fMaxBaskets of branch {branch.Path} is {branch.MaxBaskets}");
        branch.BytesAt = PassArray(branch.MaxBaskets, 4, out _);
        branch.EntryWidth = version >= 10 ? 8 : 4;
        branch.EntryAt = PassArray(branch.MaxBaskets, branch.EntryWidth, out _);
        var at = _reader.Position;
        var flag = _reader.ReadByte();
        _reader.Seek(at);
        branch.SeekWidth = version >= 10 || flag == 2 ? 8 : 4;
        branch.SeekAt = PassArray(branch.MaxBaskets, branch.SeekWidth, out _);
    }

    /// <summary>A flag, then the elements if it is set; returns the position of the first element.</summary>
    private int PassArray(int count, int width, out byte flag)
    {
        flag = _reader.ReadByte();
        var at = _reader.Position;
        if (flag != 0) _reader.Skip(count * width);
        else if (count > 0) _reader.Fail("a list of baskets is missing");
        return at;
    }
}
