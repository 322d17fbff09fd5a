using System.Text;

namespace MdevDesired.Cli.Terminals;

/// <summary>Asks the person at the terminal.</summary>
internal static class Question
{
    /// <summary>Whether the answer is yes; anything else, and no answer, is no.</summary>
    public static bool Ask(Surroundings surroundings, string question)
    {
        surroundings.Error.Write($"{question} [y/N] ");
        using var reader = new StreamReader(surroundings.OpenInput(), Encoding.UTF8);
        if (reader.ReadLine() is { } answer)
        {
            return answer.Trim().ToLowerInvariant() is "y" or "yes";
        }

        surroundings.Error.Write("\n");
        return false;
    }
}
