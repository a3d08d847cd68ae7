package dev.slipway.simulator.planted;

import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.CommitLog;
import dev.slipway.model.need.Head;
import dev.slipway.model.need.Inclusion;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Another repository, which answers as itself; whoever plants a fault changes one answer. */
abstract class AlteredRepository implements Repository {

  private final Repository real;

  AlteredRepository(Repository real) {
    this.real = real;
  }

  @Override
  public Reading<List<Head>> heads(RepositoryUrl repository, List<RefName> refs) {
    return real.heads(repository, refs);
  }

  @Override
  public Reading<Heads> allHeads(RepositoryUrl repository, Optional<String> unless) {
    return real.allHeads(repository, unless);
  }

  @Override
  public Reading<Resolved> resolve(RepositoryUrl repository, Optional<String> revision) {
    return real.resolve(repository, revision);
  }

  @Override
  public Reading<Tree> tree(RepositoryUrl repository, Sha sha, Optional<String> path) {
    return real.tree(repository, sha, path);
  }

  @Override
  public Reading<Inclusion> inclusion(RepositoryUrl repository, Sha commit, Sha other) {
    return real.inclusion(repository, commit, other);
  }

  @Override
  public Reading<Set<String>> authors(RepositoryUrl repository, Optional<Sha> base, Sha head) {
    return real.authors(repository, base, head);
  }

  @Override
  public Reading<CommitLog> log(RepositoryUrl repository, Optional<Sha> base, Sha head) {
    return real.log(repository, base, head);
  }
}
