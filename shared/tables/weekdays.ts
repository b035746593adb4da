/** Names of weekdays as they stand beside a date, without accents; they add nothing to it. */
export const WEEKDAYS: readonly string[] = [
  ..."monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split(" "),
  ..."montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so".split(" "),
  ..."lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim".split(" "),
  ..."lunes martes miercoles jueves viernes sabado domingo mie jue vie sab dom".split(" "),
  ..."lunedi martedi mercoledi giovedi venerdi sabato domenica gio".split(" "),
  ..."maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo".split(" "),
  ..."segunda terca quarta quinta sexta feira seg ter qua qui sex".split(" "),
];
