package dev.slipway.ledger.sql;

import dev.slipway.codec.EntryCodec;
import dev.slipway.codec.Prepared;
import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.chain.Chain;
import dev.slipway.ledger.chain.Judged;
import dev.slipway.ledger.chain.Link;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The ledger in a SQLite database. Thread-safe. */
final class SqlLedger implements Ledger {

  private final Writer writer;
  private final Readers readers;
  private final Chain chain;
  private final EntryTable table;
  private final Followers followers = new Followers(this::read);
  private volatile Position durable;

  SqlLedger(Writer writer, Readers readers, Chain chain, EntryTable table) {
    this.writer = writer;
    this.readers = readers;
    this.chain = chain;
    this.table = table;
    durable = chain.head();
  }

  @Override
  public CompletionStage<Appended> append(Batch batch) {
    List<Prepared> prepared = batch.drafts().stream().map(EntryCodec::prepare).toList();
    Append append = new Append(batch, prepared);
    writer.submit(append);
    return append.answer;
  }

  /** One batch on its way through the writer. */
  private final class Append implements Job {
    private final Batch batch;
    private final List<Prepared> prepared;
    private final CompletableFuture<Appended> answer = new CompletableFuture<>();
    private Appended appended = new Appended.Committed(List.of());

    Append(Batch batch, List<Prepared> prepared) {
      this.batch = batch;
      this.prepared = prepared;
    }

    @Override
    public boolean write(Connection connection) throws SQLException {
      return switch (chain.judge(batch, prepared)) {
        case Judged.Declined declined -> {
          appended = declined.because();
          yield false;
        }
        case Judged.Accepted accepted -> {
          for (Link link : accepted.links()) {
            table.insert(link);
          }
          appended = new Appended.Committed(accepted.links().stream().map(Link::recorded).toList());
          yield !accepted.links().isEmpty();
        }
      };
    }

    @Override
    public void durable() {
      if (appended instanceof Appended.Committed committed && !committed.entries().isEmpty()) {
        durable = committed.entries().getLast().position();
        followers.tell(committed.entries());
      }
      answer.complete(appended);
    }

    @Override
    public void failed(StoreFailed why) {
      answer.completeExceptionally(why);
    }
  }

  @Override
  public List<Recorded> read(Position after, int limit) {
    return readers.ask(connection -> {
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT body FROM entry WHERE position > ? ORDER BY position LIMIT ?")) {
        select.setLong(1, after.value());
        select.setInt(2, limit);
        return decoded(select);
      }
    });
  }

  @Override
  public List<Recorded> read(StreamKey stream, Position after, int limit) {
    return readers.ask(connection -> {
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT body FROM entry WHERE stream = ? AND position > ?"
                  + " ORDER BY position LIMIT ?")) {
        select.setString(1, stream.toString());
        select.setLong(2, after.value());
        select.setInt(3, limit);
        return decoded(select);
      }
    });
  }

  private static List<Recorded> decoded(PreparedStatement select) throws SQLException {
    List<Recorded> entries = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        entries.add(EntryCodec.decode(row.getBytes(1)));
      }
    }
    return entries;
  }

  @Override
  public Optional<Digest> leaf(Position position) {
    return readers.ask(connection ->
        Statements.rows(
                connection,
                "SELECT leaf FROM entry WHERE position = ?",
                row -> new Digest(row.getString(1)),
                position.value())
            .stream()
            .findFirst());
  }

  @Override
  public Position head() {
    return durable;
  }

  @Override
  public void follow(Position after, Consumer<List<Recorded>> follower) {
    Followers.Following following = followers.of(after, follower);
    if (writer.isCurrentThread()) {
      followers.add(following);
      return;
    }
    // Most of the way is gone here, so that the writer has little to wait for.
    following.catchUp();
    writer.call(connection -> {
      followers.add(following);
      return Jobs.Written.NO;
    });
  }
}
