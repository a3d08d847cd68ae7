package dev.slipway.expr;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * What the language allows and conditions may not do, for its cost could not be told beforehand:
 * patterns that are made up while it is asked or grow large, and comparing whole lists and
 * mappings.
 */
final class Scrutiny {

  private static final int PATTERN_LENGTH_MAX = 200;

  /** How often something in a pattern may be repeated by a count, all counts together. */
  private static final int COUNT_MAX = 100;

  private static final java.util.regex.Pattern COUNTED =
      java.util.regex.Pattern.compile("\\{(\\d{1,9})?(?:,(\\d{1,9})?)?\\}");

  private static final Set<CelKind> WHOLE = Set.of(CelKind.LIST, CelKind.MAP, CelKind.STRUCT);

  private final CelAbstractSyntaxTree tree;

  private Scrutiny(CelAbstractSyntaxTree tree) {
    this.tree = tree;
  }

  static List<Mistake> of(CelAbstractSyntaxTree tree) {
    Scrutiny scrutiny = new Scrutiny(tree);
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .flatMap(scrutiny::of)
        .toList();
  }

  private Stream<Mistake> of(CelExpr part) {
    if (part.getKind() != CelExpr.ExprKind.Kind.CALL) {
      return Stream.empty();
    }
    CelExpr.CelCall call = part.call();
    return switch (call.function()) {
      case "matches" -> pattern(call).stream();
      case "_==_", "_!=_" -> comparison(part, call.args()).stream();
      case "@in", "in", "_in_" -> comparison(part, call.args().subList(0, 1)).stream();
      default -> Stream.empty();
    };
  }

  private Optional<Mistake> comparison(CelExpr part, List<CelExpr> compared) {
    return compared.stream().anyMatch(this::isWhole)
        ? Optional.of(at(part, "Compare single values; whole lists and mappings are not compared."))
        : Optional.empty();
  }

  private boolean isWhole(CelExpr compared) {
    return tree.getType(compared.id()).filter(type -> WHOLE.contains(type.kind())).isPresent();
  }

  private Optional<Mistake> pattern(CelExpr.CelCall call) {
    CelExpr pattern = call.args().getLast();
    boolean literal =
        pattern.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && pattern.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    return literal
        ? unfit(pattern.constant().stringValue()).map(sentence -> at(pattern, sentence))
        : Optional.of(at(pattern, "Write the pattern itself; it cannot be made of values."));
  }

  private static Optional<String> unfit(String pattern) {
    if (pattern.length() > PATTERN_LENGTH_MAX || counts(pattern) > COUNT_MAX) {
      return Optional.of(
          "A pattern has at most %d characters, and repeats nothing more than %d times by counts."
              .formatted(PATTERN_LENGTH_MAX, COUNT_MAX));
    }
    try {
      return Pattern.compile(pattern).programSize() > Language.PATTERN_MAX
          ? Optional.of("The pattern is too large. Make several of it.")
          : Optional.empty();
    } catch (PatternSyntaxException _) {
      return Optional.of("It is no pattern, such as ^[a-z]+$ is one.");
    }
  }

  /** How often the innermost is repeated if each count lies within the one before. */
  private static long counts(String pattern) {
    Matcher matcher = COUNTED.matcher(pattern);
    long times = 1;
    while (matcher.find() && times <= COUNT_MAX) {
      times *=
          Stream.of(matcher.group(1), matcher.group(2))
              .flatMap(Stream::ofNullable)
              .mapToLong(Long::parseLong)
              .map(count -> Math.max(1, count))
              .max()
              .orElse(1);
    }
    return times;
  }

  private Mistake at(CelExpr part, String sentence) {
    Optional<CelSourceLocation> place = tree.getSource().getOffsetLocation(offset(part));
    return new Mistake(
        place.map(CelSourceLocation::getLine).orElse(1),
        place.map(CelSourceLocation::getColumn).orElse(0) + 1,
        sentence);
  }

  private int offset(CelExpr part) {
    return tree.getSource().getPositionsMap().getOrDefault(part.id(), 0);
  }
}
