package dev.slipway.expr;

import static dev.cel.checker.CelStandardDeclarations.StandardFunction.ADD;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.CONDITIONAL;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.CONTAINS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.DIVIDE;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.DURATION;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.ENDS_WITH;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.EQUALS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.GREATER;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.GREATER_EQUALS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.IN;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.INDEX;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LESS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LESS_EQUALS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LOGICAL_AND;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LOGICAL_NOT;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LOGICAL_OR;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.MATCHES;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.MODULO;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.MULTIPLY;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.NEGATE;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.NOT_EQUALS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.NOT_STRICTLY_FALSE;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.SIZE;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.STARTS_WITH;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.SUBTRACT;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.Arithmetic;
import dev.cel.common.CelOptions;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Set;

/**
 * As much of the language as conditions need. Nothing in it makes a text or a list out of others:
 * neither {@code +} of texts and lists nor {@code map} and {@code filter}. So nothing that a
 * condition looks at is larger than what it was given. Nor is there anything of time but spans.
 */
final class Language {

  /** How long a condition may be. */
  static final int LENGTH_MAX = 1000;

  /** How deep it may be nested. */
  private static final int DEPTH_MAX = 32;

  /** How often all its loops may turn together. */
  private static final int TURNS_MAX = 1000;

  /** How large a pattern may become. */
  static final int PATTERN_MAX = 1000;

  private static final Set<StandardFunction> FUNCTIONS =
      Set.of(
          ADD,
          CONDITIONAL,
          CONTAINS,
          DIVIDE,
          DURATION,
          ENDS_WITH,
          EQUALS,
          GREATER,
          GREATER_EQUALS,
          IN,
          INDEX,
          LESS,
          LESS_EQUALS,
          LOGICAL_AND,
          LOGICAL_NOT,
          LOGICAL_OR,
          MATCHES,
          MODULO,
          MULTIPLY,
          NEGATE,
          NOT_EQUALS,
          NOT_STRICTLY_FALSE,
          SIZE,
          STARTS_WITH,
          SUBTRACT);

  /** What is called by its name. */
  static final List<String> WORDS =
      List.of(
          "all",
          "contains",
          "duration",
          "endsWith",
          "exists",
          "exists_one",
          "has",
          "matches",
          "size",
          "startsWith");

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LENGTH_MAX)
          .maxParseRecursionDepth(DEPTH_MAX)
          .maxParseErrorRecoveryLimit(1)
          .comprehensionMaxIterations(TURNS_MAX)
          .maxRegexProgramSize(PATTERN_MAX)
          .build();

  static final CelCompiler COMPILER = compiler();

  static final CelRuntime RUNTIME =
      CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();

  private Language() {}

  private static CelCompiler compiler() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(
                CelStandardDeclarations.newBuilder()
                    .filterFunctions((function, overload) ->
                        FUNCTIONS.contains(function)
                            && (function != ADD || overload == Arithmetic.ADD_INT64))
                    .filterIdentifiers(_ -> false)
                    .build())
            .setStandardMacros(
                CelStandardMacro.HAS,
                CelStandardMacro.ALL,
                CelStandardMacro.EXISTS,
                CelStandardMacro.EXISTS_ONE)
            .setTypeProvider(new Vocabulary())
            .setResultType(SimpleType.BOOL);
    Vocabulary.VARIABLES.forEach(builder::addVar);
    return builder.build();
  }
}
