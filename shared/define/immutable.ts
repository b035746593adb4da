/** The same type with nothing in it that may be changed, however deep. */
export type Immutable<T> = unknown extends T ? T : { readonly [K in keyof T]: Immutable<T[K]> };
