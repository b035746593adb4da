export declare const root: string;
export declare const models: any;
/** Where `npm run build` puts what runs: dist/server and dist/addin. */
export declare const dist: any;
