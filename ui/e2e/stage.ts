import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { launch, type Look, open } from "./browser";
import { Server } from "./server";
import { sample, type World } from "./world";

/** One browser for a file of tests; for each test a stand-in server of its own, and one page after the other. */
export class Stage {
  #browser: Browser | undefined;
  #server: Server | undefined;
  #page: Page | undefined;
  #wrong: string[] = [];
  home = "";

  /** To be called at the top of a file of tests. A page on which something went wrong fails its test. */
  constructor(world: () => World = sample) {
    beforeAll(async () => {
      this.#browser = await launch();
    });
    beforeEach(async () => {
      this.#wrong = [];
      this.#server = new Server(world());
      this.home = await this.#server.start();
    });
    afterEach(async () => {
      expect(this.#wrong).toEqual([]);
      await this.#page?.context().close();
      this.#page = undefined;
      await this.#server?.stop();
    });
    afterAll(async () => {
      await this.#browser?.close();
    });
  }

  get browser(): Browser {
    if (this.#browser === undefined) throw new Error("There is no browser before the first test.");
    return this.#browser;
  }

  get server(): Server {
    if (this.#server === undefined) throw new Error("There is no server before the first test.");
    return this.#server;
  }

  get page(): Page {
    if (this.#page === undefined) throw new Error("No page was visited yet.");
    return this.#page;
  }

  /** Opens an address of the client in a new profile, in the place of the page before. */
  async visit(address: string, look: Look = {}): Promise<Page> {
    await this.#page?.context().close();
    const { page, wrong } = await open(this.browser, this.home + address, look);
    this.#page = page;
    this.#wrong = wrong;
    return page;
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  /** What the focus is on, by its text. */
  async focused(): Promise<string | undefined> {
    return await this.page.evaluate(() => document.activeElement?.textContent?.trim());
  }

  /** The bodies of all wishes so far. */
  bodies(): readonly unknown[] {
    return this.server.commands.map((command) => JSON.parse(command.body || "null") as unknown);
  }
}
