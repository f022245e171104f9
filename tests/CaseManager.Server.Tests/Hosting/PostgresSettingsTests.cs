using CaseManager.Server.Kernel.Postgres;
using CaseManager.Server.Tests.Support;
using Npgsql;
using Xunit;

namespace CaseManager.Server.Tests.Hosting;

/// <summary>A PostgreSQL that would lose facts, or hang on a parted client, is refused with a line for each reason.</summary>
public class PostgresSettingsTests
{
    [Fact]
    public async Task A_server_without_fsync_is_refused_with_a_line_for_each_broken_promise()
    {
        var problems = await PostgresSettings.Problems(await TestPostgres.NewDatabase());
        Assert.Equal(["fsync", "full_page_writes", "synchronous_commit"], problems.Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task Our_own_durable_server_has_no_problem() =>
        Assert.Empty(await PostgresSettings.Problems(await TestPostgres.NewDurableDatabase()));

    [Fact]
    public async Task A_plain_server_is_made_fit_by_what_our_connection_asks_for()
    {
        var bare = await BareConnection();
        Assert.Empty(await PostgresSettings.Problems(PostgresConnection.Complete(bare)));

        var careless = new NpgsqlConnectionStringBuilder(bare)
        {
            Timezone = "America/Toronto",
            Options = "-c idle_in_transaction_session_timeout=0 -c tcp_user_timeout=61000 -c synchronous_commit=off",
        };
        var problems = await PostgresSettings.Problems(careless.ConnectionString);
        Assert.Equal(
            ["idle_in_transaction_session_timeout", "synchronous_commit", "tcp_user_timeout", "TimeZone"],
            problems.Select(line => line.Split(' ')[0]).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("server_version_num", "140012", "version is 14")]
    [InlineData("fsync", "off", "fsync is off")]
    [InlineData("tcp_user_timeout", "0", "tcp_user_timeout is 0")]
    [InlineData("idle_in_transaction_session_timeout", "60001", "idle_in_transaction_session_timeout is 60001")]
    [InlineData("TimeZone", "Asia/Tokyo", "TimeZone of the session is Asia/Tokyo")]
    public void One_setting_out_of_bounds_is_one_problem(string name, string value, string begins)
    {
        var settings = Good();
        settings[name] = value;
        Assert.StartsWith(begins, Assert.Single(PostgresSettings.Judge(settings)), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_system_has_no_such_timeout_none_is_asked_for()
    {
        var settings = Good();
        settings["tcp_user_timeout"] = "0";
        settings["platform"] = "PostgreSQL 18.4 on aarch64-apple-darwin";
        Assert.Empty(PostgresSettings.Judge(settings));
    }

    [Fact]
    public void What_the_operator_gave_stays_but_error_detail_and_other_zones_do_not()
    {
        var completed = new NpgsqlConnectionStringBuilder(PostgresConnection.Complete(
            "Host=db;Max Auto Prepare=7;Timezone=Asia/Tokyo;Include Error Detail=true;Options=-c tcp_user_timeout=3000"));
        Assert.Equal(7, completed.MaxAutoPrepare);
        Assert.Equal(3, completed.TcpKeepAliveTime);
        Assert.Equal("UTC", completed.Timezone);
        Assert.False(completed.IncludeErrorDetail);
        Assert.Equal("-c tcp_user_timeout=3000 -c idle_in_transaction_session_timeout=5000", completed.Options);
    }

    private static Dictionary<string, string> Good() => new()
    {
        ["server_version_num"] = "180004",
        ["fsync"] = "on",
        ["full_page_writes"] = "on",
        ["synchronous_commit"] = "on",
        ["TimeZone"] = "UTC",
        ["idle_in_transaction_session_timeout"] = "5000",
        ["tcp_user_timeout"] = "5000",
        ["platform"] = "PostgreSQL 18.4 on x86_64-pc-linux-gnu",
    };

    private static async Task<string> BareConnection()
    {
        var ours = new NpgsqlConnectionStringBuilder(await TestPostgres.NewDurableDatabase());
        return new NpgsqlConnectionStringBuilder
        {
            Host = ours.Host,
            Port = ours.Port,
            Database = ours.Database,
            Username = ours.Username,
            Password = ours.Password,
        }.ConnectionString;
    }
}
