using System.Text;
using Ristretto.Cli;

// Results are buffered, since a summary is thousands of lines; errors and progress appear at once.
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 14);
using var errors = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false), 1 << 10) { AutoFlush = true };
return Application.Run(args, output, errors);
