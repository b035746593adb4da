// The only names beyond ECMAScript that shared/ may use: browsers, workers and Node all have them, with this meaning.

/** Base64 of a string whose characters stand for bytes. */
declare function btoa(bytes: string): string;
/** The bytes that base64 stands for, a character each. */
declare function atob(base64: string): string;
