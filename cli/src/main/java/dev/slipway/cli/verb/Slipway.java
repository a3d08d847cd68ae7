package dev.slipway.cli.verb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.cli.Context;
import dev.slipway.cli.Exit;
import dev.slipway.cli.Failure;
import dev.slipway.cli.follow.Standing;
import dev.slipway.cli.follow.Waiting;
import dev.slipway.cli.server.Place;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.RunIdentity;
import dev.slipway.cli.server.RunTokens;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Keyboard;
import dev.slipway.cli.show.Terminal;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.WireJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command itself: what every verb shares. Not thread-safe; one run of the process has one. */
@Command(
    name = "slipway",
    description = "Brings the right artifacts to the right environments, and proves what happened.",
    version = "slipway 0.1.0",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB",
    footer = {
      "",
      "On this machine: up, demo, doctor, agent join, agent run, ledger verify, image, rebase, test,",
      "bench, simulate, build. What a verb takes: slipway help VERB.",
      "SLIPWAY_URL and SLIPWAY_TOKEN select the server; on the machine of a first run neither is needed.",
      "In a job of a CI system SLIPWAY_TRUST is enough instead of a token: docs/ci.md.",
      "Exit codes: 0 converged, 2 failed, 3 timeout, 1 anything else."
    })
public final class Slipway {

  /** How answers are shown. */
  public enum Output {
    TEXT,
    JSON
  }

  /** More than a list has, where a list is wanted whole. */
  static final int WHOLE_LIST = 10_000;

  private static final int KEY_BYTES = 16;

  @Option(
      names = "--output",
      scope = ScopeType.INHERIT,
      paramLabel = "text|json",
      description = "How to show the answer; json is the API's own answer.")
  private Output output = Output.TEXT;

  @Option(
      names = "--data",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "The data folder of the server on this machine.")
  private String data = "";

  private final Context context;
  private final JsonMapper json = WireJson.lenient();
  private final Optional<RunTokens> run;

  public Slipway(Context context) {
    this.context = context;
    run =
        RunIdentity.of(context.variables(), json)
            .map(identity -> new RunTokens(identity, context.clock()));
  }

  /** How each verb is made, by its name, in the order in which help lists them. */
  public SequencedMap<String, Supplier<Object>> verbs() {
    SequencedMap<String, Supplier<Object>> verbs = new LinkedHashMap<>();
    verbs.put("app", () -> new AppVerbs(this));
    verbs.put("apply", () -> new Apply(this));
    verbs.put("validate", () -> new Validate(this));
    verbs.put("schema", () -> new SchemaVerb(this));
    verbs.put("import", () -> new Import(this));
    verbs.put("deploy", () -> new Deploy(this));
    verbs.put("ship", () -> new Ship(this));
    verbs.put("sets", () -> new SetsVerb(this));
    verbs.put("wait", () -> new Wait(this));
    verbs.put("settle", () -> new Settle(this));
    verbs.put("continue", () -> new Continue(this));
    verbs.put("exclude", () -> new Exclude(this));
    verbs.put("cancel", () -> new Cancel(this));
    verbs.put("approve", () -> new ApprovalVerbs.Approve(this));
    verbs.put("bypass", () -> new Bypass(this));
    verbs.put("reject", () -> new ApprovalVerbs.Reject(this));
    verbs.put("lock", () -> new Lock(this));
    verbs.put("unlock", () -> new Unlock(this));
    verbs.put("locks", () -> new Locks(this));
    verbs.put("check", () -> new Check(this));
    verbs.put("record", () -> new RecordVerb(this));
    verbs.put("rollback", () -> new Rollback(this));
    verbs.put("pause", () -> new Pause(this));
    verbs.put("resume", () -> new Resume(this));
    verbs.put("status", () -> new Status(this));
    verbs.put("queue", () -> new QueueVerbs(this));
    verbs.put("history", () -> new HistoryVerb(this));
    verbs.put("events", () -> new Events(this));
    verbs.put("logs", () -> new Logs(this));
    verbs.put("show", () -> new Show(this));
    verbs.put("diff", () -> new Diff(this));
    verbs.put("includes", () -> new Includes(this));
    verbs.put("why", () -> new Why(this));
    verbs.put("explain", () -> new Explain(this));
    verbs.put("whatif", () -> new WhatIf(this));
    verbs.put("preview", () -> new Preview(this));
    verbs.put("trigger", () -> new TriggerVerb(this));
    verbs.put("overlay", () -> new OverlayVerbs(this));
    verbs.put("campaign", () -> new CampaignVerbs(this));
    verbs.put("policy", () -> new PolicyVerbs(this));
    verbs.put("notification", () -> new NotificationVerbs(this));
    verbs.put("revert", () -> new Revert(this));
    verbs.put("environment", () -> new EnvironmentVerbs(this));
    verbs.put("target", () -> new TargetVerbs(this));
    verbs.put("agent", () -> new AgentList(this));
    verbs.put("token", () -> new TokenVerbs(this));
    verbs.put("trust", () -> new TrustVerbs(this));
    verbs.put("user", () -> new UserVerbs(this));
    verbs.put("group", () -> new GroupVerbs(this));
    verbs.put("resource", () -> new ResourceVerbs(this));
    verbs.put("secret", () -> new SecretVerbs(this));
    verbs.put("hook", () -> new HookVerbs(this));
    verbs.put("feedback", () -> new FeedbackVerbs(this));
    verbs.put("ledger", () -> new LedgerVerbs(this));
    verbs.put("login-link", () -> new LoginLink(this));
    verbs.put("whoami", () -> new Whoami(this));
    return verbs;
  }

  /** The data folder that is meant. */
  Path dataFolder() {
    return data.isEmpty() ? Place.dataFolder(context.variables()) : Path.of(data);
  }

  /** The server that is meant, asked as whoever this is. */
  Server server() {
    Server server = meant();
    return run.map(server::as).orElse(server);
  }

  private Server meant() {
    Map<String, String> variables = new HashMap<>(context.variables());
    if (!data.isEmpty()) {
      variables.remove("SLIPWAY_URL");
    }
    return new Server(Place.find(variables, dataFolder()), this::newKey, json);
  }

  /** What this run of a CI system was given for what it showed. */
  JsonNode exchanged() {
    return run.orElseThrow(() ->
            Failure.because(
                "SLIPWAY_TRUST is not set. Set it to the id that 'slipway trust add' printed."))
        .exchange(meant());
  }

  /** What it was that is not there, and what is, where that can be found out. */
  public Optional<String> missing(Failure failure) {
    return failure.isOfNothing() ? Missing.of(server(), failure.path()) : Optional.empty();
  }

  private String newKey() {
    byte[] key = new byte[KEY_BYTES];
    context.chance().get().nextBytes(key);
    return "cli-" + HexFormat.of().formatHex(key);
  }

  /** Asks for something, and shows what became of it. */
  int wish(Request request, String done) {
    return carried(server().ask(request), done);
  }

  /** Shows what became of something that was asked for. */
  int carried(JsonNode carried, String done) {
    return show(carried, () -> Settlements.text(carried, done), Settlements.exit(carried));
  }

  /** Waits for what is looked at, and shows what it came to. */
  int follow(Server server, Supplier<Standing> look, Duration timeout) {
    Waiting.Result result =
        new Waiting(server, context.terminal(), context.clock(), context.pause())
            .until(look.get(), look, timeout);
    Standing last = result.last();
    return show(last.answer(), () -> Visible.of(last.sentence()) + "\n", result.exit());
  }

  Instant now() {
    return context.clock().instant();
  }

  Terminal terminal() {
    return context.terminal();
  }

  Optional<Keyboard> keyboard() {
    return context.keyboard();
  }

  /** A value that nobody sees. */
  byte[] concealed(int atMost) {
    return context.concealed().read(atMost);
  }

  /** A question to who sits at the terminal, on the line that it is answered on. */
  void ask(String question) {
    context.terminal().err().print(question);
    context.terminal().err().flush();
  }

  dev.slipway.cli.follow.Pause pause() {
    return context.pause();
  }

  boolean colours() {
    return context.terminal().colours();
  }

  /** Shows an answer: as it came, or as text. */
  int show(JsonNode answer, Supplier<String> text) {
    return show(answer, text, Exit.CONVERGED);
  }

  /** As {@link #show(JsonNode, Supplier)}, ending with an exit code of its own. */
  int show(JsonNode answer, Supplier<String> text, Exit exit) {
    context.terminal().answer(output == Output.JSON ? pretty(answer) : text.get());
    return exit.code();
  }

  /** A line for people beside the answer. */
  void remark(String line) {
    context.terminal().remark(line);
  }

  /** Whether failures are shown for machines, too. */
  public boolean speaksJson() {
    return output == Output.JSON;
  }

  /** A record of the wire as the server would answer it. */
  JsonNode tree(Record answer) {
    return json.valueToTree(answer);
  }

  /** JSON for a pipe or a terminal: nothing outside ASCII, so nothing that a terminal obeys. */
  public String pretty(JsonNode answer) {
    try {
      return json.writerWithDefaultPrettyPrinter()
              .with(JsonWriteFeature.ESCAPE_NON_ASCII)
              .writeValueAsString(answer.isMissingNode() ? json.createObjectNode() : answer)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
