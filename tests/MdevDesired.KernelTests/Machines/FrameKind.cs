namespace MdevDesired.KernelTests.Machines;

internal enum FrameKind : uint
{
    Run = 'r',
    Signal = 's',
    Put = 'p',
    Hello = 'h',
    Stdout = 'o',
    Stderr = 'e',
    Exit = 'x',
}
