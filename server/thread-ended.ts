import { UserError } from "../shared/define/errors.ts";

/** The thread that did it is no more, for a reason that lies outside of it: the same again may succeed. */
export class ThreadEnded extends UserError {
  constructor(message: string) {
    super(message, "#N/A");
    this.name = "ThreadEnded";
  }
}
