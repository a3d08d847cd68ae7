package dev.slipway.outbound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpHeader;

/** Listens to one answer, up to where it is long enough. Called by one thread at a time. */
final class Heard implements Response.Listener {

  private final Taking taking;
  private final Set<String> wanted;
  private final CompletableFuture<Reply> reply = new CompletableFuture<>();

  Heard(Taking taking, Set<String> wanted) {
    this.taking = taking;
    this.wanted = wanted;
  }

  /** What was said, and where it leads if it leads elsewhere. */
  record Reply(Answer.Answered answer, Optional<String> location) {}

  CompletableFuture<Reply> reply() {
    return reply;
  }

  @Override
  public void onContent(Response response, ByteBuffer content) {
    try {
      taking.take(response.getStatus(), content);
    } catch (IOException unwritable) {
      reply.completeExceptionally(unwritable);
      CompletableFuture<Boolean> _ = response.abort(unwritable);
      return;
    }
    if (content.hasRemaining()) {
      reply.complete(reply(response, true));
      CompletableFuture<Boolean> _ =
          response.abort(new IllegalStateException("There is more than is read"));
    }
  }

  @Override
  public void onComplete(Result result) {
    if (result.isFailed()) {
      reply.completeExceptionally(result.getFailure());
    } else {
      reply.complete(reply(result.getResponse(), false));
    }
  }

  private Reply reply(Response response, boolean cut) {
    return new Reply(
        new Answer.Answered(response.getStatus(), headers(response), taking.text(), cut),
        Optional.ofNullable(response.getHeaders().get(HttpHeader.LOCATION)));
  }

  private Map<String, List<String>> headers(Response response) {
    Map<String, List<String>> found = new TreeMap<>();
    for (String name : wanted) {
      List<String> values = response.getHeaders().getValuesList(name);
      if (!values.isEmpty()) {
        found.put(name, List.copyOf(values));
      }
    }
    return found;
  }
}
