import * as data from "/work/main/test/bench/money-data.ts";
import { leastCostPolicy } from "/work/main/shared/inventory/least-cost/least-cost-policy.ts";
import { chooseWeight } from "/work/main/shared/inventory/least-cost/choose-weight.ts";
import { simulateStock } from "/work/main/shared/inventory/simulation/simulate.ts";
const rv: any = JSON.parse((await import("node:fs")).readFileSync("/tmp/rivals.json","utf8"));
const S: any = { man: data.manSpares, raf: data.rafSpares, hob: data.hobbies };
for (const n of process.argv[2]!.split(",")) { const cases = S[n]()!; const t0=performance.now(); 
 const w = chooseWeight(cases.map((c: any) => ({ ...c, past: [...c.past, ...c.demand.slice(0, c.warmUp)] }))); console.log(n, "weight", w, Math.round(performance.now()-t0));
 if (w === 1) continue;
 let [o,h,p,dv,sv]=[0,0,0,0,0];
 for (const c of cases) { const P=(k:number)=>leastCostPolicy({ leadTime: c.leadTime, ordering: c.costs.ordering, holding: c.costs.holding, shortage: k*c.costs.shortage, least: c.rules.moq }); const a=P(1), b=P(w); const r = simulateStock(c, {name:"x", order: (v)=> v.period<c.warmUp? a.order(v): b.order(v)}); o+=r.ordering;h+=r.holding;p+=r.shortage;dv+=r.demand*c.unitCost;sv+=r.served*c.unitCost; }
 const t=o+h+p; console.log(n, Math.round(t), (t/rv[n].tot).toFixed(3), [o,h,p].map(Math.round).join("/"), (sv/dv).toFixed(4), ((sv/dv-rv[n].fill)*100).toFixed(1), Math.round(performance.now()-t0)+"ms"); }
