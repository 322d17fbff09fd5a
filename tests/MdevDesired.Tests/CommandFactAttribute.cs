using Xunit;

namespace MdevDesired.Tests;

/// <summary>A test that needs a command of the machine, and is skipped visibly without it; tests/setup.sh installs what tests need.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CommandFactAttribute : FactAttribute
{
    public CommandFactAttribute(string command)
    {
        if (!Commands.Exist(command))
        {
            Skip = $"needs {command}";
        }
    }
}
