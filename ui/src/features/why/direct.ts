import { paths } from "../../app/paths";

/** The place in the browser where a command can be given with a button. */
export interface Direct {
  readonly path: string;
  readonly word: string;
}

const NAME = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const PLACEMENT = `(${NAME})/(${NAME})`;
const APPROVE = new RegExp(`^slipway approve ${PLACEMENT}#([1-9]\\d{0,8}) `);
const SETTLE = new RegExp(`^slipway settle ${PLACEMENT}#([1-9]\\d{0,8}) --target (${NAME}) `);
const RESUME = new RegExp(`^slipway resume ${PLACEMENT}$`);
const CONTINUE = new RegExp(`^slipway continue ${PLACEMENT}#([1-9]\\d{0,8})$`);
const GO_ON = new RegExp(`^slipway queue go-on ${PLACEMENT}#([1-9]\\d{0,8})$`);
const EXCLUDE = new RegExp(`^slipway exclude ${PLACEMENT}#([1-9]\\d{0,8}) --target (${NAME})$`);
const TARGET = new RegExp(`^slipway target resume (${NAME}) (${NAME})$`);
const PASS = new RegExp(`^slipway queue pass ${PLACEMENT}#([1-9]\\d{0,8})$`);
const TELL = new RegExp(`^slipway resource set (${NAME}) --version [0-9.]+ --env ${NAME}$`);
const UNLOCK = new RegExp(`^slipway unlock (${NAME})$`);

/** Where a command of the server's has its button; undefined where there is none, or where it is written as we do not know it. */
export function direct(command: string): Direct | undefined {
  const approve = APPROVE.exec(command);
  if (approve !== null) return { path: `${delivery(approve)}?do=approve`, word: "Review" };
  const settle = SETTLE.exec(command);
  if (settle !== null) return { path: `${delivery(settle)}?do=settle-${settle[4]}`, word: "Say what became of it…" };
  const resume = RESUME.exec(command);
  if (resume !== null) return { path: `${paths.placement(resume[1] ?? "", resume[2] ?? "")}?do=resume`, word: "Resume…" };
  const goOn = CONTINUE.exec(command);
  if (goOn !== null) return { path: `${delivery(goOn)}?do=continue`, word: "Continue…" };
  const behind = GO_ON.exec(command);
  if (behind !== null) return { path: `${delivery(behind)}?do=go-on`, word: "Let them go on…" };
  const exclude = EXCLUDE.exec(command);
  if (exclude !== null) return { path: `${delivery(exclude)}?do=exclude-${exclude[4]}`, word: "Go on without it…" };
  const target = TARGET.exec(command);
  if (target !== null) return { path: `${paths.environment(target[1] ?? "")}?do=resume-${target[2]}`, word: "Resume…" };
  const pass = PASS.exec(command);
  if (pass !== null) return { path: `${delivery(pass)}?do=pass`, word: "Let it pass…" };
  const tell = TELL.exec(command);
  if (tell !== null) return { path: `${paths.resources()}?do=tell-${tell[1]}`, word: "Say that it is so…" };
  const unlock = UNLOCK.exec(command);
  return unlock === null ? undefined : { path: `${paths.locks()}?do=unlock-${unlock[1]}`, word: "Unlock…" };
}

function delivery([, application = "", environment = "", number = ""]: RegExpExecArray): string {
  return paths.delivery(application, environment, Number(number));
}
