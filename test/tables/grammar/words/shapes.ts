import { wordTable } from "./table.ts";

/** Words of tables in other shapes than a row a thing, and of columns that look like the ones a plan needs. */
export const SHAPES = wordTable(`
measure = Measure / Key figure | Kennzahl / Kennwert | Indicateur / Donnée | Medida / Indicador | Indicatore / Misura | Kengetal / Meting | Indicador / Medida | 指标 / 指标
sales_measure = Sales / Units sold | Absatz / Absatzmenge | Ventes / Quantité vendue | Ventas / Unidades vendidas | Vendite / Pezzi venduti | Verkoop / Verkochte stuks | Vendas / Unidades vendidas | 销量 / 销售数量
stock_measure = Stock / Closing stock | Bestand / Endbestand | Stock / Stock final | Existencias / Stock final | Giacenza / Giacenza finale | Voorraad / Eindvoorraad | Estoque / Estoque final | 库存 / 期末库存
forecast_measure = Forecast / Sales forecast | Prognose / Absatzprognose | Prévision / Prévision de ventes | Previsión / Previsión de ventas | Previsione / Previsione vendite | Prognose / Verkoopprognose | Previsão / Previsão de vendas | 预测 / 销售预测
qty_label = Qty / Units | Menge / Stück | Qté / Unités | Cant. / Uds. | Q.tà / Pezzi | Aantal / Stuks | Qtd. / Unidades | 数量 / 件数
value_label = Value / Revenue | Wert / Umsatz | Valeur / Montant | Valor / Importe | Valore / Fatturato | Waarde / Omzet | Valor / Faturamento | 金额 / 销售额
average = Average / Mean | Durchschnitt / Mittelwert | Moyenne / Moyenne | Promedio / Media | Media / Media | Gemiddelde / Gemiddeld | Média / Média | 平均 / 平均值
last_year = Units last year / Qty LY | Menge Vorjahr / Stück VJ | Quantité N-1 / Qté année précédente | Cantidad año anterior / Uds. año anterior | Quantità anno precedente / Pezzi anno precedente | Aantal vorig jaar / Stuks vorig jaar | Quantidade ano anterior / Qtd. ano anterior | 去年数量 / 上年同期数量
order = Order | Auftrag | Commande | Pedido | Ordine | Order | Pedido | 订单
cases_ordered = Cases ordered / Cartons ordered | Bestellte Kartons / Bestellt (Kartons) | Cartons commandés / Colis commandés | Cajas pedidas / Cajas solicitadas | Cartoni ordinati / Colli ordinati | Bestelde dozen / Dozen besteld | Caixas pedidas / Caixas encomendadas | 订购箱数 / 采购箱数
balance = Balance | Saldo | Solde | Saldo | Saldo | Saldo | Saldo | 结余
discontinued_sheet = Discontinued items / Phased out items | Auslaufartikel / Ausgelaufene Artikel | Articles arrêtés / Fin de série | Artículos descatalogados / Descatalogados | Articoli dismessi / Fuori produzione | Vervallen artikelen / Uitlopende artikelen | Produtos descontinuados / Descontinuados | 停产物料 / 淘汰商品
fiscal_year = Fiscal year / FY | Geschäftsjahr / Wirtschaftsjahr | Exercice / Exercice comptable | Ejercicio / Ejercicio fiscal | Esercizio / Esercizio fiscale | Boekjaar / Boekjaar | Exercício / Exercício fiscal | 财年 / 会计年度
period = Period / Fiscal period | Periode / Buchungsperiode | Période / Période comptable | Periodo / Período | Periodo / Periodo contabile | Periode / Boekingsperiode | Período / Período contábil | 期间 / 会计期间
start = Start date / Starts on | Beginn / Startdatum | Début / Date de début | Inicio / Fecha de inicio | Inizio / Data inizio | Begin / Startdatum | Início / Data de início | 开始日期 / 起始日期
fiscal_calendar = Fiscal calendar / Period calendar | Geschäftskalender / Periodenkalender | Calendrier fiscal / Calendrier des périodes | Calendario fiscal / Calendario de periodos | Calendario fiscale / Calendario periodi | Boekjaarkalender / Periodekalender | Calendário fiscal / Calendário de períodos | 财年日历 / 会计日历
`);
