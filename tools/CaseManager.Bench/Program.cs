using CaseManager.Bench;

try
{
    await Suite.Run(new Asked(args));
    return 0;
}
finally
{
    Scratch.Remove();
}
