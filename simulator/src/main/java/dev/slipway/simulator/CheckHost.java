package dev.slipway.simulator;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.source.CommitChecks;
import dev.slipway.source.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Where the checks of some repositories are kept, beside the repositories, and away when they are.
 * Those of other repositories are reported by whoever runs them. It draws from lots of its own.
 */
public final class CheckHost implements CommitChecks {

  private static final int READ_PERCENT = 40;

  private final SourceControl beside;
  private final boolean reads;
  private final Map<Sha, SortedMap<CheckName, Check>> checks = new HashMap<>();
  private final List<Said> said = new ArrayList<>();

  /** A check came to something there. */
  public record Said(Sha sha, CheckName name, CheckState state) {}

  CheckHost(SourceControl beside, long seed) {
    this.beside = beside;
    reads = new SplittableRandom(seed).nextInt(100) < READ_PERCENT;
  }

  /** A check comes to something. */
  public void say(Sha sha, CheckName name, CheckState state, Instant at) {
    Check check = new Check(name, state, Optional.empty(), Optional.empty(), at);
    checks.computeIfAbsent(sha, _ -> new TreeMap<>()).put(name, check);
    said.add(new Said(sha, name, state));
  }

  /** What came of checks, from the beginning on. */
  List<Said> said() {
    return said;
  }

  @Override
  public boolean reads(RepositoryUrl repository) {
    return reads;
  }

  @Override
  public Reading<List<Check>> checks(RepositoryUrl repository, Sha sha) {
    return beside.isAway()
        ? new Reading.Unavailable<>(new Reason("away", "The host of the checks is away."))
        : new Reading.Read<>(List.copyOf(checks.getOrDefault(sha, new TreeMap<>()).values()));
  }
}
