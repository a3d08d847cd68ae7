package dev.slipway.cli;

import dev.slipway.cli.show.Visible;
import dev.slipway.cli.verb.Slipway;
import dev.slipway.cli.verb.Times;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All verbs under one command, and what their failures end with. */
public final class Verbs {

  private Verbs() {}

  /** Runs what was asked for; the result is the exit code. */
  public static int run(Context context, String... words) {
    String[] arguments = helped(words);
    Slipway slipway = new Slipway(context);
    CommandLine root = new CommandLine(slipway);
    chosen(slipway, arguments).forEach(verb -> root.addSubcommand(verb.get()));
    root.getSubcommands().values().forEach(Verbs::explained);
    return configured(root, slipway, context).execute(arguments);
  }

  /** {@code help VERB} asks what {@code VERB --help} asks. */
  private static String[] helped(String... words) {
    return words.length > 0 && words[0].equals("help")
        ? Stream.concat(Stream.of(words).skip(1), Stream.of("--help")).toArray(String[]::new)
        : words;
  }

  /** The verb that was named, or all of them; making all takes longer than most verbs do. */
  private static Collection<Supplier<Object>> chosen(Slipway slipway, String... arguments) {
    SequencedMap<String, Supplier<Object>> verbs = slipway.verbs();
    return arguments.length > 0 && verbs.containsKey(arguments[0])
        ? List.of(verbs.get(arguments[0]))
        : verbs.values();
  }

  /**
   * Every verb explains itself with {@code --help}. A verb that is a method cannot be given options
   * afterwards, for picocli passes all of its options to it; such a one asks for them itself.
   */
  private static void explained(CommandLine verb) {
    if (!(verb.getCommandSpec().userObject() instanceof Method)) {
      verb.getCommandSpec().mixinStandardHelpOptions(true);
    }
  }

  private static CommandLine configured(CommandLine root, Slipway slipway, Context context) {
    return root.registerConverter(Duration.class, Times::parse)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(writer(context.terminal().out()))
        .setErr(writer(context.terminal().err()))
        .setExecutionExceptionHandler((e, verb, _) -> failed(e, verb, slipway, context))
        .setParameterExceptionHandler((e, _) -> misused(e, context));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private static int failed(Exception e, CommandLine verb, Slipway slipway, Context context)
      throws Exception {
    if (e instanceof TypeConversionException mistyped) {
      return misused(new ParameterException(verb, mistyped.getMessage()), context);
    }
    if (!(e instanceof Failure failure)) {
      throw e;
    }
    if (slipway.speaksJson() && failure.problem().isPresent()) {
      context.terminal().err().print(slipway.pretty(failure.problem().get()));
    } else {
      context.terminal().remark("slipway: " + failure.sentence());
      slipway.missing(failure).ifPresent(context.terminal()::remark);
    }
    return Exit.OTHER.code();
  }

  private static int misused(ParameterException e, Context context) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName(" ");
    String nearest =
        e instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()
            ? " Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?"
            : "";
    context
        .terminal()
        .remark(
            "slipway: %s.%s See '%s --help'."
                .formatted(
                    Visible.of(Objects.requireNonNullElse(e.getMessage(), "?")), nearest, command));
    return Exit.OTHER.code();
  }
}
