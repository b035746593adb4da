/** JSON that is long and comes in pieces, such as a job's result out of the database: it is sent on as it comes. */
export class JsonText {
  constructor(readonly pieces: AsyncIterable<string | Buffer>) {}
}
