namespace Ristretto.Columns.Vectors;

/// <summary>Products of a square matrix, its numbers row by row, and a vector: whatever linear is neither a rotation nor a boost.</summary>
public static class LinearMaps
{
    /// <summary>The product of a matrix of 2 × 2 numbers, in the order of px and py, and the vector.</summary>
    /// <exception cref="ArgumentException">There are not four numbers.</exception>
    public static TransverseVector Transform(this in TransverseVector vector, ReadOnlySpan<double> matrix)
    {
        Require(4, matrix);
        return new TransverseVector(matrix[0] * vector.Px + matrix[1] * vector.Py, matrix[2] * vector.Px + matrix[3] * vector.Py);
    }

    /// <summary>The product of a matrix of 3 × 3 numbers, in the order of x, y and z, and the vector.</summary>
    /// <exception cref="ArgumentException">There are not nine numbers.</exception>
    public static ThreeVector Transform(this in ThreeVector vector, ReadOnlySpan<double> matrix)
    {
        Require(9, matrix);
        return new ThreeVector(Row(vector, matrix), Row(vector, matrix[3..]), Row(vector, matrix[6..]));

        static double Row(in ThreeVector v, ReadOnlySpan<double> row) => row[0] * v.X + row[1] * v.Y + row[2] * v.Z;
    }

    /// <summary>The product of a matrix of 4 × 4 numbers, in the order of px, py, pz and E, and the vector.</summary>
    /// <exception cref="ArgumentException">There are not sixteen numbers.</exception>
    public static LorentzVector Transform(this in LorentzVector vector, ReadOnlySpan<double> matrix)
    {
        Require(16, matrix);
        return new LorentzVector(Row(vector, matrix), Row(vector, matrix[4..]), Row(vector, matrix[8..]), Row(vector, matrix[12..]));

        static double Row(in LorentzVector v, ReadOnlySpan<double> row) => row[0] * v.Px + row[1] * v.Py + row[2] * v.Pz + row[3] * v.E;
    }

    private static void Require(int count, ReadOnlySpan<double> matrix)
    {
        if (matrix.Length != count) throw new ArgumentException($"the matrix needs {count} numbers, these are {matrix.Length}");
    }
}
