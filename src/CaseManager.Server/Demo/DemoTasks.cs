namespace CaseManager.Server.Demo;

/// <summary>Writes down what officers on one case are asked to do.</summary>
internal sealed class DemoTasks(string number, string zone = When.Toronto)
{
    private readonly List<DemoAct> _acts = [];

    public IReadOnlyList<DemoAct> Acts => _acts;

    /// <param name="name">What later acts call the task, within this case.</param>
    /// <param name="due">On the wall, in the zone.</param>
    /// <param name="after">Name of the task that it waits for.</param>
    public DemoTasks Ask(string by, string name, string assignee, string title, string due, bool mandatory = false, string? after = null, string? details = null)
    {
        _acts.Add(new(by, "createTask", new
        {
            @case = new The(number), title, details, assignee = new The(assignee), due = new { zone, at = due }, mandatory,
            dependsOn = after is null ? (The?)null : Task(after),
        }, Task(name).Name));
        return this;
    }

    // Nothing is done to a task that is overdue already: the product itself writes on those meanwhile.
    public DemoTasks Start(string by, string name)
    {
        _acts.Add(new(by, "startTask", new { task = Task(name), version = 1 }));
        return this;
    }

    public DemoTasks Complete(string by, string name, string outcome)
    {
        _acts.Add(new(by, "completeTask", new { task = Task(name), version = 1, outcome }));
        return this;
    }

    private The Task(string name) => new($"{number}/task/{name}");
}
