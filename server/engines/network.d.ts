/** The pretrained forecasting network. */
export declare const loadNetwork: () => Promise<import("../../shared/demand/networks/sequence/network.ts").Network>;
/** The pretrained network for intermittent demand. */
export declare const loadCounts: () => Promise<import("../../shared/demand/networks/slow/network.ts").CountNetwork>;
