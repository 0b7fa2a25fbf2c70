using Ristretto.Bytes.Files;
using Ristretto.Cli.Conventions;
using Ristretto.Cli.Tables;
using Ristretto.Columns.Expressions;

namespace Ristretto.Cli.Skims;

/// <summary>Finds the entries for which a condition holds; reads only the columns that it names.</summary>
internal sealed class EntrySelection : IDisposable
{
    private readonly Expression _where;
    private readonly TableResolver _columns;

    /// <summary>Reads the condition and makes sure that its columns are there.</summary>
    /// <exception cref="UsageException">It is no expression.</exception>
    /// <exception cref="Bytes.Errors.SchemaException">A column is missing; names the nearest.</exception>
    internal EntrySelection(RootFile file, string table, string where)
    {
        _where = ExpressionText.Parse("--where", where);
        _columns = TableResolver.Open(file, table);
        try
        {
            foreach (var column in _where.Columns) _columns.Require(column);
            _columns.Announce(_where.Columns);
        }
        catch
        {
            _columns.Dispose();
            throw;
        }
    }

    /// <summary>Positions, counted from the first entry of the block, of the entries that are kept; they rise.</summary>
    /// <exception cref="UsageException">The condition gives no answer for each entry.</exception>
    internal int[] Positions(long first, int entries)
    {
        _columns.MoveTo(first, entries);
        try
        {
            var mask = _where.EvaluateMask(_columns).AsBytes();
            var positions = new int[entries];
            var count = 0;
            for (var i = 0; i < mask.Length; i++)
            {
                positions[count] = i;
                count += mask[i] != 0 ? 1 : 0;
            }
            return positions[..count];
        }
        catch (ExpressionException error)
        {
            throw new UsageException($"--where: {error.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _columns.Dispose();
}
