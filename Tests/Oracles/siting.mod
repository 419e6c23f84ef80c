/* The siting model of one planning year with one operating state (the annual mean), written from
   the published mathematics alone and used to check the product.

   IT power is in MW, means are over the year's 8,760 hours, energy is MWh, emissions t, water m3,
   money USD, round trips ms. 1 L/kWh is 1 m3/MWh; 1 g/kWh is 1 kg/MWh.

   Decisions (all >= 0)
     build[s], retire[s] <= existing[s]     IT capacity added and taken away
     capacity[s]                            IT capacity that stands
     serve[i,r,s]                           mean IT power of service i for market r at site s
     train[j,s]                             mean IT power over the year of job j's accelerators
     draw[s,g]                              mean facility power from the grid or a stated supply
     split[s,g,t]                           the part of it in part t of the year

   Conventions
     - A service or job has a column only where limits on round trips and rules allow it.
     - A job's machines draw (1 + overhead) times their accelerators and occupy that much of the
       site. While it runs (window_h hours) its power is 8760 / window_h times its yearly mean;
       peaks of services and running jobs are taken to coincide.
     - Capacity that carries no work draws idle_share of its power.
     - Rows at one position share the largest of their limits; each also keeps its own.
     - Hardware, shell and connection are paid for what is built; fixed costs and demand charges for
       what stands. The demand charge and the connection are per MW of facility power.
     - Where a supply is there for some months alone, the year is cut into parts in which it is or is
       not. What each part draws meets what it needs: inference and idle machines need the same all
       year, a job the same on every day of its window.
     - A direct line's own lifecycle factor and water count; a contract leaves those of the grid.
     - Embodied emissions count for all capacity that stands, spread over the hardware's life, or by
       the hours that a job uses where it states them.
     - Means of round trip and latency weigh requests.
     - Shares are of the workloads' IT energy, job overhead included, idle power left out.
     - A lexicographic stage keeps each earlier measure at most value + max(tolerance, 1e-6)|value|.
*/

# ---- Sites -------------------------------------------------------------------------------------

set SITES;
set POSITIONS;
set CLOSED within SITES;
set SUPPLIES dimen 2;

param position{SITES} symbolic in POSITIONS;
param limit_mw{SITES} >= 0;
param existing_mw{SITES} >= 0;
param carbon_g_per_kwh{SITES} >= 0;
param price_usd_per_mwh{SITES};
param pue{SITES} >= 1;
param wue_l_per_kwh{SITES} >= 0;
param grid_water_l_per_kwh{SITES} >= 0;
param idle_share{SITES} >= 0, <= 1;
param headroom{SITES} >= 0, < 1;
param shell_usd_per_mw{SITES} >= 0;
param shell_years{SITES} > 0;
param hardware_usd_per_mw{SITES} >= 0;
param hardware_years{SITES} > 0;
param embodied_t_per_mw{SITES} >= 0;
param connection_usd_per_mw{SITES} >= 0;
param connection_years{SITES} > 0;
param fixed_usd_per_mw_year{SITES} >= 0;
param demand_charge_usd_per_mw_year{SITES} >= 0;
param egress_usd_per_gb{SITES} >= 0;

set PARTS dimen 2;                      # sites with seasonal supplies: the parts of their year
set MET within PARTS;                   # all but the last part of each site
set SPLIT dimen 3;                      # site, source and a part of the year in which it gives

param part_share{PARTS} >= 0;           # of the year
param supply_mw{SUPPLIES} >= 0;         # mean: rated power times capacity factor
param supply_direct{SUPPLIES} binary;   # 1: direct line, 0: contract
param supply_usd_per_mwh{SUPPLIES};
param supply_g_per_kwh{SUPPLIES} >= 0;
param supply_l_per_kwh{SUPPLIES} >= 0;

# ---- Work --------------------------------------------------------------------------------------

set MARKETS;
set SERVICES;
set JOBS;
set LOADS within {SERVICES, MARKETS};
set ARCS within {SERVICES, MARKETS, SITES};
set HOSTS within {JOBS, SITES};

param requests_per_year{LOADS} > 0;
param wh_per_request{SERVICES} > 0;
param peak_to_mean{SERVICES} >= 1;
param trips{SERVICES} >= 0;
param service_ms{SERVICES} >= 0;
param egress_kb_per_request{SERVICES} >= 0;
param rtt_ms{MARKETS, SITES} >= 0;
param serving_usd_per_million{MARKETS, SITES} default 0;

param job_mwh{JOBS} >= 0;
param overhead{JOBS} >= 0;
param window_h{JOBS} > 0;
param peak_mw{JOBS} >= 0;
param overlap{JOBS, PARTS} >= 0, default 0;  # share of a job's window in a part of the year
param job_t_per_mwh{JOBS} >= 0;        # embodied carbon by the hours used

# ---- Prices and policy -------------------------------------------------------------------------

set KINDS := {"cost", "emissions", "energy", "water"};   # measures that sites have parts of
set BURDENS;                           # the most that any site, grid zone or country bears
set RATIOS;                            # limits on that for each MW that stands
set BEARERS dimen 2;                   # burden or ratio, and who may bear it
set MEMBERS dimen 3;                   # their sites
param borne_kind{BURDENS union RATIOS} symbolic in KINDS;
param burden_scale{BEARERS} >= 0;
param ratio_limit{RATIOS} >= 0;

set MEASURES := KINDS union {"latency", "rtt"} union BURDENS;
set LIMITED within MEASURES;
set KEPT within MEASURES;
set SHARES;
set SHARED within {SHARES, SITES};
set NEAR within SITES;                 # training no larger a share than inference
set GREEN_ONLY within SITES;           # training on the supplies of GREEN alone
set GREEN within SUPPLIES;
set PLACED within SITES;               # sites whose share of all work is given

param discount_rate >= 0;
param carbon_usd_per_t default 0;
param water_usd_per_m3 default 0;
param weight{MEASURES} default 0;      # USD per ms and million requests for latency and rtt,
param mean_objective binary default 0; # unless the objective is the mean itself
param limit{LIMITED};                  # the policy's limits
param kept{KEPT};                      # the earlier stages' values with their tolerance
param share_max{SHARES} >= 0;
param placed{PLACED} >= 0;
param scale > 0, default 1;            # of the objective: the solver's tolerances are absolute

# ---- Derived -----------------------------------------------------------------------------------

param hours := 8760;

# load [MW] = requests a day * Wh / 24 h / 1e6
param load{(i,r) in LOADS} := requests_per_year[i,r] / 365 * wh_per_request[i] / 24 / 1e6;

# requests a year that one mean MW answers
param requests_per_mw{i in SERVICES} := hours * 1e6 / wh_per_request[i];
param requests_total := sum{(i,r) in LOADS} requests_per_year[i,r];

# mean IT power of the year's work, MW
param inference_mw := sum{(i,r) in LOADS} load[i,r];
param training_mw := sum{j in JOBS} (1 + overhead[j]) * job_mwh[j] / hours;

# annuity factor: i / (1 - (1 + i)^-n), and 1 / n without interest
set ASSETS := {"shell", "hardware", "connection"};
param years{a in ASSETS, s in SITES} := if a = "shell" then shell_years[s]
    else if a = "hardware" then hardware_years[s] else connection_years[s];
param annuity{a in ASSETS, s in SITES} := if discount_rate = 0 then 1 / years[a,s]
    else discount_rate / (1 - (1 + discount_rate) ^ (-years[a,s]));

# USD a year for each MW built and for each MW that stands
param build_usd{s in SITES} :=
    annuity["shell",s] * shell_usd_per_mw[s]
    + annuity["hardware",s] * hardware_usd_per_mw[s]
    + pue[s] * annuity["connection",s] * connection_usd_per_mw[s];
param standing_usd{s in SITES} :=
    fixed_usd_per_mw_year[s] + pue[s] * demand_charge_usd_per_mw_year[s];

# USD a year for each mean MW served: data sent out, and the planner's own cost
param serve_usd{(i,r,s) in ARCS} := requests_per_mw[i]
    * (egress_kb_per_request[i] / 1e6 * egress_usd_per_gb[s]
        + serving_usd_per_million[r,s] / 1e6);

# ---- Decisions ---------------------------------------------------------------------------------

set SOURCES := (setof{s in SITES} (s, "grid")) union SUPPLIES;

var build{SITES} >= 0;
var retire{s in SITES} >= 0, <= existing_mw[s];
var capacity{s in SITES} >= 0, <= limit_mw[s];
var serve{ARCS} >= 0;
var train{HOSTS} >= 0;
var draw{SOURCES} >= 0;
var split{SPLIT} >= 0;
var active{SITES} >= 0;    # IT power of the work
var it{SITES} >= 0;        # IT power, idle capacity included
var borne{KINDS, SITES};
var measure{MEASURES};

minimize objective: scale * sum{m in MEASURES} weight[m] * measure[m]
    * (if not mean_objective and (m = "latency" or m = "rtt") then requests_total / 1e6 else 1);

# ---- Rows --------------------------------------------------------------------------------------

s.t. build_up{s in SITES}: capacity[s] = existing_mw[s] + build[s] - retire[s];

s.t. closed{s in CLOSED}: build[s] = 0;

s.t. position_limit{p in POSITIONS}:
    sum{s in SITES: position[s] = p} capacity[s] <= max{s in SITES: position[s] = p} limit_mw[s];

s.t. demand{(i,r) in LOADS}: sum{(i,r,s) in ARCS} serve[i,r,s] = load[i,r];

s.t. training{j in JOBS}: hours * sum{(j,s) in HOSTS} train[j,s] = job_mwh[j];

s.t. peak{j in JOBS}: hours / window_h[j] * sum{(j,s) in HOSTS} train[j,s] <= peak_mw[j];

s.t. active_is{s in SITES}: active[s] =
    sum{(i,r,s) in ARCS} serve[i,r,s] + sum{(j,s) in HOSTS} (1 + overhead[j]) * train[j,s];

s.t. site_capacity{s in SITES}:
    sum{(i,r,s) in ARCS} peak_to_mean[i] * serve[i,r,s]
    + sum{(j,s) in HOSTS} (1 + overhead[j]) * hours / window_h[j] * train[j,s]
    <= (1 - headroom[s]) * capacity[s];

s.t. it_is{s in SITES}: it[s] = active[s] + idle_share[s] * (capacity[s] - active[s]);

s.t. power{s in SITES}: sum{(s,g) in SOURCES} draw[s,g] = pue[s] * it[s];

s.t. supply{(s,g) in SUPPLIES}: draw[s,g] <= supply_mw[s,g];

s.t. split_is{(s,g) in SOURCES: exists{(s,t) in PARTS} 1}:
    draw[s,g] = sum{(s,g,t) in SPLIT} split[s,g,t];

# The last part needs what is left of the year: stated too, it would contradict the others in the last
# digit of the shares.
s.t. season{(s,t) in MET}: sum{(s,g,t) in SPLIT} split[s,g,t] = pue[s] * (
    part_share[s,t] * (it[s] - sum{(j,s) in HOSTS} (1 + overhead[j]) * train[j,s])
    + sum{(j,s) in HOSTS} overlap[j,s,t] * (1 + overhead[j]) * train[j,s]);

s.t. share{k in SHARES}: sum{(k,s) in SHARED} active[s] <= share_max[k] * sum{s in SITES} active[s];

# A site's share of the training, and a given share of all work, may be a billionth more: all shares
# together must add up, which decimal figures do not do exactly.
# A site's share of the training is at most its share of the inference; both sides times both totals.
s.t. near_users{s in NEAR}:
    inference_mw * sum{(j,s) in HOSTS} (1 + overhead[j]) * train[j,s]
    <= (1 + 1e-9) * training_mw * sum{(i,r,s) in ARCS} serve[i,r,s];

s.t. training_supply{s in GREEN_ONLY}:
    pue[s] * sum{(j,s) in HOSTS} (1 + overhead[j]) * train[j,s] <= sum{(s,g) in GREEN} draw[s,g];

s.t. training_season{(s,t) in PARTS: s in GREEN_ONLY}:
    pue[s] * sum{(j,s) in HOSTS} overlap[j,s,t] * (1 + overhead[j]) * train[j,s]
    <= sum{(s,g,t) in SPLIT: (s,g) in GREEN} split[s,g,t];

s.t. placement{s in PLACED}:
    active[s] <= (1 + 1e-9) * placed[s] * (inference_mw + training_mw);

# ---- Measures ----------------------------------------------------------------------------------

s.t. energy_is{s in SITES}: borne["energy",s] = hours * pue[s] * it[s];

s.t. emissions_is{s in SITES}: borne["emissions",s] =
    sum{(j,s) in HOSTS} hours * job_t_per_mwh[j] * train[j,s]
    + hours * carbon_g_per_kwh[s] / 1000 * draw[s,"grid"]
    + sum{(s,g) in SUPPLIES} hours / 1000 * draw[s,g]
        * (if supply_direct[s,g] then supply_g_per_kwh[s,g] else carbon_g_per_kwh[s])
    + embodied_t_per_mw[s] / hardware_years[s] * capacity[s];

s.t. water_is{s in SITES}: borne["water",s] =
    hours * (wue_l_per_kwh[s] * it[s] + grid_water_l_per_kwh[s] * draw[s,"grid"])
    + sum{(s,g) in SUPPLIES} hours * draw[s,g]
        * (if supply_direct[s,g] then supply_l_per_kwh[s,g] else grid_water_l_per_kwh[s]);

s.t. measure_is{k in KINDS}: measure[k] = sum{s in SITES} borne[k,s];

# A burden is at least nothing, as a site without work bears none.
s.t. burden{(b,p) in BEARERS: b not in RATIOS}:
    sum{(b,p,s) in MEMBERS} borne[borne_kind[b],s] <= burden_scale[b,p] * measure[b];

s.t. burden_from_nothing{b in BURDENS}: measure[b] >= 0;

s.t. ratio{(b,p) in BEARERS: b in RATIOS}:
    sum{(b,p,s) in MEMBERS} borne[borne_kind[b],s]
    <= ratio_limit[b] * sum{(b,p,s) in MEMBERS} capacity[s];

s.t. rtt_is: measure["rtt"] =
    sum{(i,r,s) in ARCS} requests_per_mw[i] / requests_total * rtt_ms[r,s] * serve[i,r,s];

s.t. latency_is: measure["latency"] =
    sum{(i,r,s) in ARCS} requests_per_mw[i] / requests_total
        * (trips[i] * rtt_ms[r,s] + service_ms[i]) * serve[i,r,s];

s.t. cost_is{s in SITES}: borne["cost",s] =
    build_usd[s] * build[s] + standing_usd[s] * capacity[s]
    + hours * price_usd_per_mwh[s] * draw[s,"grid"]
    + sum{(s,g) in SUPPLIES} hours * supply_usd_per_mwh[s,g] * draw[s,g]
    + sum{(i,r,s) in ARCS} serve_usd[i,r,s] * serve[i,r,s]
    + carbon_usd_per_t * borne["emissions",s]
    + water_usd_per_m3 * hours * wue_l_per_kwh[s] * it[s];

s.t. measure_limit{m in LIMITED}: measure[m] <= limit[m];

s.t. earlier_stage{m in KEPT}: measure[m] <= kept[m];

end;
