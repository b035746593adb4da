export function compileAssembly(options: { root: string; entry: string; outfile: string }): Promise<void>;
