"""Golden values of the inventory functions, from stockpyl 1.0.2 (MIT).

    pip install stockpyl==1.0.2 "numpy<2" scipy
    python make-inventory.py > inventory.json

Each case names the stockpyl function with its arguments and answer, and the worksheet calls that must answer the same:
`answer` is the whole answer, with null for what stockpyl doesn't give; numbers agree to `tolerance` (relative).
"""
import json
import math
import random
import warnings

import stockpyl.supply_uncertainty as supply
from stockpyl.eoq import *
from stockpyl.finite_horizon import finite_horizon_dp
from stockpyl.gsm_helpers import *
from stockpyl.gsm_tree import optimize_committed_service_times, preprocess_tree
from stockpyl.instances import load_instance
from stockpyl.loss_functions import *
from stockpyl.newsvendor import *
from stockpyl.rq import *
from stockpyl.ss import *
from stockpyl.ssm_serial import newsvendor_heuristic, optimize_base_stock_levels
from stockpyl.wagner_whitin import wagner_whitin
from scipy import stats

warnings.simplefilter("ignore")
supply.log = math.log  # newer numpy's log takes no base
random.seed(7)
cases = []


def plain(x):
    if isinstance(x, dict):
        return {str(k): plain(v) for k, v in x.items()}
    if isinstance(x, (list, tuple)) or hasattr(x, "tolist") and getattr(x, "shape", ()) != ():
        return [plain(v) for v in x]
    if isinstance(x, (bool, str)) or x is None:
        return x
    x = float(x)
    return int(x) if x.is_integer() and abs(x) < 1e15 else x


def case(name, function, args, expected, calls, tolerance=1e-6, source="stockpyl 1.0.2"):
    lotwise = [dict(function=f, args=plain(a), answer=plain(r), tolerance=t[0] if t else tolerance) for f, a, r, *t in calls]
    cases.append(dict(name=name, source=source, function=function, args=plain(args), expected=plain(expected), lotwise=lotwise))


def near(low, high):
    return round(math.exp(random.uniform(math.log(low), math.log(high))), 3)


def column(values):
    return [[v] for v in values]


# ---- lots
for name, (K, h, d) in {"EOQ ex3.1": (8, 0.225, 1300), "EOQ seed A": (50, 2, 10000), "EOQ seed B": (100, 5, 10000)}.items():
    r = economic_order_quantity(K, h, d)
    case(name, "economic_order_quantity", [K, h, d], r, [("EOQ", [d, K, h], r[0]), ("EOQ_COST", [r[0], d, K, h], r[1])])
for i in range(4):
    K, h, d, p = (8, 0.225, 1300, 5) if i == 0 else (near(1, 500), near(0.01, 20), near(10, 1e5), near(0.5, 50))
    r = economic_order_quantity_with_backorders(K, h, p, d)
    case(f"EOQB {'ex3.8' if i == 0 else i}", "economic_order_quantity_with_backorders", [K, h, p, d], r,
         [("EOQ", [d, K, h, p], r[0]), ("EOQ_COST", [r[0], d, K, h, p], r[2])])
    m = 1700 if i == 0 else d * near(1.1, 9)
    r = economic_production_quantity(K, h, d, m)
    case(f"EPQ {i or ''}".strip(), "economic_production_quantity", [K, h, d, m], r,
         [("EOQ", [d, K, h, None, m], r[0]), ("EOQ_COST", [r[0], d, K, h, None, m], r[1])])
for i in range(9):
    K, i_, d, b, c = 8, 0.3, 1300, [0, 400, 800], [0.75, 0.72, 0.68]
    if i:
        K, i_, d = near(1, 500), near(0.05, 0.5), near(100, 1e5)
        n = random.randint(1, 5)
        b = [0] + sorted(random.sample(range(10, 5000), n))
        c = sorted([near(1, 10) for _ in range(n + 1)], reverse=True)
    rows = [[x, y] for x, y in zip(b, c)]
    r = economic_order_quantity_with_all_units_discounts(K, i_, d, b, c)
    case(f"all-units {'ex3.6' if i == 0 else i}", "economic_order_quantity_with_all_units_discounts", [K, i_, d, b, c], r,
         [("EOQ_DISCOUNT", [d, K, i_, rows, "all-units"], [[r[0], c[int(r[1])], r[2]]])])
    r = economic_order_quantity_with_incremental_discounts(K, i_, d, b, c)
    case(f"incremental {'ex3.7' if i == 0 else i}", "economic_order_quantity_with_incremental_discounts", [K, i_, d, b, c], r,
         [("EOQ_DISCOUNT", [d, K, i_, rows, "incremental"], [[r[0], None, r[2]]])])
for name in ("scmo_jrp_ex", "spp_jrp", "scmo_jrp_hw_1", "scmo_jrp_hw_3"):
    inst = load_instance(name)
    a = [inst["shared_fixed_cost"], inst["individual_fixed_costs"], inst["holding_costs"], inst["demand_rates"]]
    r = joint_replenishment_problem_silver_heuristic(*a)
    case(f"JRP {name}", "joint_replenishment_problem_silver_heuristic", a, r,
         [("JOINT_REPLENISHMENT", [a[0], *map(column, a[1:])], [[None, None, None]] * len(a[1]))],
         source="stockpyl 1.0.2; Silver's heuristic: the answer may be cheaper, never dearer")
for i in range(8):
    if i < 2:
        name, K, h, d, c = [("ex3.9", 500, 2, [90, 120, 80, 70], 0), ("prob3.29", 100, 0.1, [730, 580, 445, 650, 880], 0)][i]
    else:
        n = random.randint(6, 24)
        name, K, h, d = i, near(20, 900), near(0.05, 3), [random.randint(1, 400) for _ in range(n)]
        c = [near(1, 9) for _ in range(n)] if i > 4 else 0
        if i > 5:
            K = [near(20, 900) for _ in range(n)]
    Q, cost, _, _ = wagner_whitin(len(d), h, K, d, c)
    series = lambda x: column(x) if isinstance(x, list) else x
    case(f"Wagner-Whitin {name}", "wagner_whitin", [len(d), h, K, d, c], [Q[1:], cost],
         [("LOT_SIZE", [column(d), series(K), series(h), series(c) or None], column(Q[1:]))])
for i in range(4):
    a = [8, 0.225, 5, 1300, 1.5, 14] if i == 0 else [near(5, 500), near(0.1, 5), near(1, 30), near(100, 9999), near(0.2, 4), near(4, 40)]
    r = supply.eoq_with_disruptions(*a)
    case(f"EOQ disruptions {'ex9.1' if i == 0 else i}", "eoq_with_disruptions", a, r,
         [("EOQ_DISRUPTION", [a[3], a[0], a[1], a[2], a[4], a[5]], [[r[0], r[1]]])])
    a = [0.25, 3, 2000, 0.04, 0.25] if i == 0 else [near(0.1, 3), near(3, 60), near(5, 5000), near(0.02, 0.5), near(0.1, 0.9)]
    r = supply.newsvendor_with_disruptions(*a)
    case(f"newsvendor disruptions {'ex9.3' if i == 0 else i}", "newsvendor_with_disruptions", a, r,
         [("NEWSVENDOR_DISRUPTION", [a[2], a[0], a[1], a[3], a[4]], [[r[0], r[1]]])])
    a = [18500, 0.06, 75000, -15000, 9000] if i == 0 else [near(9, 900), near(0.1, 5), near(100, 9999), -near(1, 50), near(1, 40)]
    r = supply.eoq_with_additive_yield_uncertainty(*a)
    case(f"EOQ additive yield {'ex9.4' if i == 0 else i}", "eoq_with_additive_yield_uncertainty", a, r,
         [("EOQ_YIELD", [a[2], a[0], a[1], a[3], a[4], "additive"], [[r[0], r[1]]])])
    a = [18500, 0.06, 75000, 0.8333, math.sqrt(0.0198)] if i == 0 else [near(9, 900), near(0.1, 5), near(100, 9999), near(0.5, 1), near(0.01, 0.3)]
    r = supply.eoq_with_multiplicative_yield_uncertainty(*a)
    case(f"EOQ multiplicative yield {'ex9.5' if i == 0 else i}", "eoq_with_multiplicative_yield_uncertainty", a, r,
         [("EOQ_YIELD", [a[2], a[0], a[1], a[3], a[4]], [[r[0], r[1]]])])

# ---- newsvendors
for i in range(6):
    h, p, m, s, L = (0.18, 0.7, 50, 8, 4 * i) if i < 2 else (near(0.1, 9), near(1, 40), near(50, 999), near(1, 15), random.randint(0, 9))
    r = newsvendor_normal(h, p, m, s, L)
    case(f"newsvendor normal {['ex4.3', 'L=4 ex4.4'][i] if i < 2 else i}", "newsvendor_normal", [h, p, m, s, L], r,
         [("NEWSVENDOR", [m, s, p, h, "normal", L], r[0]), ("NEWSVENDOR_COST", [r[0], m, s, p, h, "normal", L], r[1]),
          ("BASE_STOCK", [m, s, L, h, p], [[r[0], r[1]]])])
    h, p, m = (0.18, 0.7, 50) if i == 0 else (near(0.1, 9), near(1, 40), near(0.3, 400))
    r = newsvendor_poisson(h, p, m)
    case(f"newsvendor poisson {i or ''}".strip(), "newsvendor_poisson", [h, p, m], r,
         [("NEWSVENDOR", [m, None, p, h, "poisson"], r[0]), ("NEWSVENDOR_COST", [r[0], m, None, p, h, "poisson"], r[1])])
    v, c, price, m, s = (0.12, 0.3, 1, 50, 8) if i == 0 else (near(0.1, 2), near(2.1, 5), near(5.1, 20), near(90, 900), near(3, 25))
    r = newsvendor_normal_explicit(price, c, v, m, s)
    case(f"newsvendor explicit {'ex4.2' if i == 0 else i}", "newsvendor_normal_explicit", [price, c, v, m, s], r,
         [("NEWSVENDOR_PROFIT", [m, s, price, c, v], [[r[0], r[1], None, None]])])
    pmf = {1: 0.25, 2: 0.05, 3: 0.1, 4: 0.2, 5: 0.15, 6: 0.1, 7: 0.1, 8: 0.05}
    h, p = (500000, 1000000) if i == 0 else (near(0.1, 9), near(1, 40))
    if i:
        weights = [random.random() for _ in range(12)]
        pmf = dict(zip(range(12), [w / sum(weights) for w in weights]))
    r = newsvendor_discrete(h, p, demand_pmf=pmf)
    case(f"newsvendor discrete {'prob4.7b' if i == 0 else i}", "newsvendor_discrete", [h, p, pmf], r,
         [("NEWSVENDOR_DISCRETE", [column(pmf), p, h, column(pmf.values())], [[r[0], r[1]]])])
    a = [0.18, 0.7, 0.3, 0.35, 50, 8, 0.98] if i == 0 else [near(0.3, 2), near(2, 30), 5, near(4.9, 5.5), near(50, 900), near(1, 15), 0.99]
    r = myopic(*a)
    case(f"myopic {'ex4.1' if i == 0 else i}", "myopic", a, r,
         [("NEWSVENDOR_MYOPIC", [a[4], a[5], a[0], a[1], a[2], a[3], a[6]], [[r[0], r[1]]])])

# ---- (r, Q)
for i in range(6):
    h, p, K, m, s, L = (0.225, 7.5, 8, 1300, 150, 1 / 12) if i == 0 else (
        near(0.1, 2), near(5, 30), near(5, 200), near(500, 9000), near(50, 400), near(0.02, 0.5))
    rq = [m, s, L, K, h]
    a = [h, p, K, m, s, L]
    r = r_q_eil_approximation(*a)
    case(f"(r,Q) eil {i}", "r_q_eil_approximation", a, r, [("RQ_POLICY", [*rq, p], [list(r)])])
    for function, method in ((r_q_eoqb_approximation, "eoqb"), (r_q_eoqss_approximation, "eoq+ss"),
                             (r_q_loss_function_approximation, "loss-function")):
        r = function(*a)
        cost = r_q_cost(*r, *a)
        case(f"(r,Q) {method} {i}", function.__name__, a, r, [("RQ_POLICY", [*rq, None, p, method], [[*r, cost]])])
    r, Q = (126.8, 328.5) if i == 0 else (m * L + near(1, 90), near(50, 900))
    case(f"(r,Q) cost {i}", "r_q_cost", [r, Q, *a], r_q_cost(r, Q, *a), [("RQ_COST", [r, Q, *rq, p], r_q_cost(r, Q, *a))])
    h, p, K, m, L = (20, 150, 100, 1.5, 2) if i == 0 else (near(1, 20), near(20, 200), near(20, 400), near(0.5, 30), near(0.2, 4))
    r = r_q_poisson_exact(h, p, K, m, L)
    case(f"(r,Q) poisson {'ex5.8' if i == 0 else i}", "r_q_poisson_exact", [h, p, K, m, L], r,
         [("RQ_POLICY", [m, None, L, K, h, None, p, "poisson"], [list(r)])])

# ---- (s, S)
for i in range(7):
    h, p, K, m = (1, 4, 5, 6) if i == 0 else (near(0.2, 3), near(4, 30), near(5, 150), near(0.4, 30))
    r = s_s_discrete_exact(h, p, K, True, m)
    case(f"(s,S) poisson {'ex4.7' if i == 0 else i}", "s_s_discrete_exact", [h, p, K, True, m], r, [("SS_POLICY", [m, K, h, p], [list(r)])])
    h, p, K, m, s = (0.18, 0.7, 2.5, 50, 8) if i == 0 else (near(0.2, 3), near(4, 30), near(5, 150), near(30, 300), near(5, 60))
    r = s_s_power_approximation(h, p, K, m, s)
    case(f"(s,S) power {'ex4.8' if i == 0 else i}", "s_s_power_approximation", [h, p, K, m, s], r,
         [("SS_POLICY", [m, K, h, p, "normal", s, "power"], [[*r, None]])])
for i, a in enumerate(([5, 1, 20, 1, 20, 2, 50, 100, 20], [3, 0.5, 6, 0.2, 9, 1, 30, [40, 25, 10], [6, 5, 3], 0.97])):
    T, h, p, hT, pT, c, K, m, s = a[:9]
    discount = a[9] if len(a) > 9 else 1
    ss, SS, cost, *_ = finite_horizon_dp(T, h, p, hT, pT, c, K, m, s, discount_factor=discount)
    means = column(m if isinstance(m, list) else [m] * T)
    answer = [[x, y, cost if t == 0 else None] for t, (x, y) in enumerate(zip(ss[1:], SS[1:]))]
    case(f"finite-horizon DP {i or ''}".strip(), "finite_horizon_dp", a, [ss[1:], SS[1:], cost],
         [("SS_HORIZON", [means, column(s) if isinstance(s, list) else s, K, h, p, c, hT, pT, 0, discount], answer)])

# ---- loss functions
for i in range(4):
    z = 1.3 if i == 0 else round(random.uniform(-3, 4), 2)
    r = standard_normal_loss(z)
    case(f"standard normal loss {z}", "standard_normal_loss", [z], r, [("LOSS", [z, 0, 1], [list(r)])])
    x, m, s = (10, 2, 0.3) if i == 0 else (near(1, 30), near(0.5, 3), near(0.1, 0.9))
    r = lognormal_loss(x, m, s)
    mean = math.exp(m + s * s / 2)
    case(f"lognormal loss {i}", "lognormal_loss", [x, m, s], r,
         [("LOGNORMAL_LOSS", [x, m, s], [list(r)]), ("LOSS", [x, mean, mean * math.sqrt(math.expm1(s * s)), "lognormal"], [list(r)])])
    x, m = random.randint(0, 20), near(0.5, 15)
    r = poisson_loss(x, m)
    case(f"poisson loss {i}", "poisson_loss", [x, m], r, [("LOSS", [x, m, None, "poisson"], [list(r)])])
    x, k, p = random.randint(0, 30), near(0.5, 9), near(0.1, 0.9)
    dist = stats.nbinom(k, p)
    r = [sum((y - x) * dist.pmf(y) for y in range(x + 1, 4000)), sum((x - y) * dist.pmf(y) for y in range(x))]
    case(f"negative binomial loss {i}", "sum over scipy.stats.nbinom.pmf", [x, k, p], r,
         [("LOSS", [x, dist.mean(), dist.std(), "negative-binomial"], [r])], source="scipy, summed term by term")
    x, k, t = near(1, 60), near(0.3, 9), near(0.5, 9)
    dist = stats.gamma(k, scale=t)
    r = [dist.mean() * stats.gamma(k + 1, scale=t).sf(x) - x * dist.sf(x)]
    r.append(x - dist.mean() + r[0])
    case(f"gamma loss {i}", "scipy.stats.gamma", [x, k, t], r, [("LOSS", [x, dist.mean(), dist.std(), "gamma"], [r])], source="scipy")


# ---- several echelons
def gsm(name):
    net = load_instance(name)
    cst, cost = optimize_committed_service_times(net)
    net = preprocess_tree(net)
    rows, answer = [], []
    z = net.nodes[0].demand_bound_constant
    for k in net.nodes:
        source = k.demand_source
        rows.append([str(k.index), ",".join(map(str, k.successor_indices())), k.processing_time, k.local_holding_cost,
                     source.mean or 0, source.standard_deviation or 0, k.external_inbound_cst or 0,
                     "" if k.external_outbound_cst > 1e6 else k.external_outbound_cst])
        nlt = net_lead_time(net, k.index, cst)
        ss = safety_stock_levels(net, k.index, cst)
        answer.append([str(k.index), cst[k.index], nlt, ss, ss + k.net_demand_mean * nlt, ss * k.holding_cost])
    assert abs(sum(row[5] for row in answer) / cost - 1) < 1e-9
    case(f"GSM {name}", "gsm_tree.optimize_committed_service_times", [name, rows], [cst, cost],
         [("MULTI_ECHELON", [rows, stats.norm.cdf(z)], answer)])


for name in ("example_6_3", "example_6_5", "problem_6_7", "problem_6_9", "figure_6_14"):
    gsm(name)


def serial(name, levels_tolerance):
    net = load_instance(name)
    heuristic = newsvendor_heuristic(network=net)
    S, cost = optimize_base_stock_levels(network=net)
    rows, local, node = [], 0, net.source_nodes[0]
    while node is not None:
        local += node.echelon_holding_cost
        after = node.successor_indices()
        source = node.demand_source
        rows.append([str(node.index), ",".join(map(str, after)), node.shipment_lead_time, local,
                     source.mean or 0, source.standard_deviation or 0])
        last, node = node, net.nodes_by_index[after[0]] if after else None
    order = [int(row[0]) for row in rows]
    # stockpyl searches a grid, so its levels are a grid step off and its cost the thousandth part; the heuristic is exact.
    case(f"Clark-Scarf {name}", "ssm_serial", [name, rows, last.stockout_cost], [heuristic, S, cost],
         [("MULTI_ECHELON", [rows, None, last.stockout_cost, "shang-song"], [[str(i), heuristic[i], None, None] for i in order]),
          ("MULTI_ECHELON", [rows, None, last.stockout_cost], [[str(i), S[i], None, None] for i in order], levels_tolerance),
          ("MULTI_ECHELON", [rows, None, last.stockout_cost], [[str(i), None, None, cost] for i in order], 1e-3)])


for name in ("example_6_1", "problem_6_1", "problem_6_16"):
    serial(name, 5e-3)

lines = ",\n".join("  " + json.dumps(c) for c in cases)
print('{\n "source": "make-inventory.py: stockpyl 1.0.2 (MIT)",\n "cases": [\n' + lines + "\n ]\n}")
