import { describe, expect, test } from '@jest/globals';
import { type FactRow, factsOf } from './support.js';

describe('facts in English', () => {
  test.each<FactRow>([
    ['American tariffs took 40 billion yen off the result.'],
    ['Orders nevertheless climbed to 3.1 billion yuan.', [['Orders', 'climb to', '3.1 billion yuan', null]]],
    ['In Tokyo, the yen traded at 150.3 to the dollar.', [['the yen', 'trade at', '150.3 to the dollar', null]]],
    // Acts: places and times within, the object before the verb, those who are sent, two objects.
    ['Exports fell 4.6 percent in March.', [['Exports', 'fall', '4.6 percent', '2024-03']]],
    ['The association was founded in 1978.', [['The association', 'be founded', null, '1978']]],
    [
      'The two countries signed a fishing accord last week.',
      [['The two countries', 'sign', 'a fishing accord', '2024-W23']],
    ],
    ['The firm might have signed a deal.'],
    ['It signed a deal.'],
    [
      'The quake destroyed 340 houses in Pisco and damaged the only bridge.',
      [
        ['The quake', 'destroy', '340 houses', null],
        ['The quake', 'damage', 'the only bridge', null],
      ],
    ],
    [
      'The firm employs 48 people and opened an office in 2023.',
      [
        ['The firm', 'employ', '48 people', null],
        ['The firm', 'open', 'an office', '2023'],
      ],
    ],
    ['Nokia, the Finnish maker of networks, bought a rival on Monday.', [['Nokia', 'buy', 'a rival', '2024-06-10']]],
    ['The museum bought them in 1931.'], // whatever they are
    ['The city spent more per passenger than any port.'], // no object
    ['The court fined a dealer €150,000.'], // two objects
    [
      'The Sensex lost 0.69% to 76,124.35 on Monday after Dunmore Systems raised its forecast.',
      [
        ['The Sensex', 'lose', '0.69%', '2024-06-10'],
        ['Dunmore Systems', 'raise', 'its forecast', null],
      ],
    ],
    [
      'The index fell 1% and the rupee gained 0.3%.',
      [
        ['The index', 'fall', '1%', null],
        ['the rupee', 'gain', '0.3%', null],
      ],
    ],
    ['The rate has risen from 68% to 86%.', [['The rate', 'rise to', '86%', null]]],
    ['The yen climbed to 147 per dollar.', [['The yen', 'climb to', '147 per dollar', null]]],
    ['The Speaker twice suspended the sitting.', [['The Speaker', 'suspend', 'the sitting', null]]],
    ['Iceland threatened to leave the alliance.'],
    ['The service extended its warning through noon Thursday.', [['The service', 'extend', 'its warning', null]]],
    ['The pool was closed in 2019.', [['The pool', 'be closed', null, '2019']]],
    ['The captain was elected president.'], // not only elected
    ['The captain was ordered to pay.'],
    ['The captain was sent off.'],
    ['Norton ordered all ships to assemble.'],
    ['A clerk who paid for a caravan and a car was jailed.'], // not the car
    ['Pascoe, 57, forged more than 900 invoices over 11 years.', [['Pascoe', 'forge', 'more than 900 invoices', null]]],
    [
      'Its net loss narrowed to 3 million euros from 4 million a year earlier.',
      [['Its net loss', 'narrow to', '3 million euros', null]],
    ],
    ['Sweden defeated Norway 1 – 0.', [['Sweden', 'defeat', 'Norway', null]]],
    ['Sweden lost 1 – 2.'],
    // English phrases: what hangs on a noun, is joined or listed; what is cut short or of something else gives no row.
    [
      'A tax on large lorries near Wexley was approved on Tuesday.',
      [['A tax on large lorries near Wexley', 'be approved', null, '2024-06-04']],
    ],
    ['The council imposed a ban on lorries and vans.', [['The council', 'impose', 'a ban on lorries and vans', null]]],
    [
      'The charity donated 200 tents, 40 stoves and warm blankets to the camp.',
      [['The charity', 'donate', '200 tents, 40 stoves and warm blankets', null]],
    ],
    ['The group bought Harlan, a baker and grocer.'], // one or two?
    ['The council banned fruit and frosted drinks.'],
    [
      'Norway produces two million tonnes of potatoes a year.',
      [['Norway', 'produce', 'two million tonnes of potatoes a year', null]],
    ],
    [
      'Brackish water accounted for a quarter of cases.',
      [['Brackish water', 'account for', 'a quarter of cases', null]],
    ],
    ['Lerwick received 142 mm and Wick 119 mm.', [['Lerwick', 'receive', '142 mm', null]]],
    ['The port announced the berths that would close.'], // which ones
    ['The coach praised the keeper online.', [['The coach', 'praise', 'the keeper', null]]],
    ['The firm hired more people than its rival.'],
    ['The mill sold its barges off.'],
    ['The club named Orla Finch president.'],
    ['A fourth was killed.'], // of whom
    ['The others died.'],
    ['The survivors have broken ribs.'],
    ['HARBOUR CLOSED.'],
    // Passives that go on, verbs of several words, what stands between subject and verb.
    [
      'The pier was built in 1890 and repainted at least four times.',
      [
        ['The pier', 'be built', null, '1890'],
        ['The pier', 'be repainted', null, null],
      ],
    ],
    ['The bakers pleaded guilty to fraud.', [['The bakers', 'plead guilty', null, null]]],
    [
      'The plant, owned by Harlan (60 per cent) and Boothe, supplies 240 litres of milk daily.',
      [['The plant', 'supply', '240 litres of milk daily', null]],
    ],
    ['Fire, on Wednesday, gutted a wing of the mill.', [['Fire', 'gut', 'a wing of the mill', '2024-06-05']]],
    ['Founded in 1871, the school enrolls 300 pupils.', [['the school', 'enroll', '300 pupils', null]]],
    [
      'Every strike costs money, says Orkney Gold Holdings, which bought the mine in 2020.',
      [['Orkney Gold Holdings', 'buy', 'the mine', '2020']],
    ],
    ['3.50pm: Two divers have been treated.', [['Two divers', 'be treated', null, null]]],
    // Times: guessed, of another verb, in brackets; a date with a comma.
    ['The school opened at noon.', [['The school', 'open', null, null]]],
    ['The bank sold shares issued in 2019.', [['The bank', 'sell', 'shares', null]]],
    ['The diary was published in Leeds (six volumes, 2009).', [['The diary', 'be published', null, null]]],
    ['The canal was opened on May 2, 1783.', [['The canal', 'be opened', null, '1783-05-02']]],
    // What is no subject: a verb with its object, a mark and what follows it, a cause, a place of writing, a phrase of time.
    ['The port awarded a £640m (€650m) contract for shore power.'], // the contract is the object
    ['The dairy shipped powder worth ₹74 crore to the islands.'],
    [
      'The court overturned his 2002 conviction on Monday.',
      [['The court', 'overturn', 'his 2002 conviction', '2024-06-10']],
    ],
    ['The bank cut its year-end target on Monday.', [['The bank', 'cut', 'its year-end target', '2024-06-10']]],
    [
      'HALIFAX: Heavy rain toppled trees, flooded two streets and shut the port.',
      [['Heavy rain', 'topple', 'trees', null]],
    ],
    ['HALIFAX, Canada — Heavy rain toppled trees, flooded two streets.', [['Heavy rain', 'topple', 'trees', null]]],
    [
      'A fish farm, which employs nine people, shut its intakes.',
      [
        ['A fish farm', 'employ', 'nine people', null],
        ['A fish farm', 'shut', 'its intakes', null],
      ],
    ],
    ['In the monsoon of 2021 a wall of the market collapsed.'],
    ['In March the firm opened an office.', [['the firm', 'open', 'an office', '2024-03']]],
    // Predicates: two verbs in a row, a verb that begins within another, the preposition of a passive.
    ['The work was paid for by the state.', [['The work', 'be paid for', null, null]]],
    // Times: of another subject, of what is foreseen, the end of a period.
    [
      'The island received 80 mm of rain in the 24 hours ended 9 am.',
      [['The island', 'receive', '80 mm of rain', null]],
    ],
    // Who did it behind 由 or 被; how old; how many; what came of it.
    ['The candidates elected were two farmers.'], // no verb of its own
    // English: what cannot be read alone, or is cut.
    ['Two were lost.'],
    ['Far fewer had raised the matter.'],
    ['The port announced one on Monday.'],
    ['Nurses swapped gloves for scarves.'],
    ['The port ordered the firm to repaint its cranes.'],
    ['A bicycle costs 8% more to build abroad.'],
    ['The striker headed home.'],
    ['Tides supply three units of power in ten.'],
    ['The firm was ordered into liquidation.'],
    ['The mill produced lead and silver.'],
    ['Officers began in the spring to test boxes.'],
    ['Its ban on timber exports stays in place.'],
    ['A league founded only a year ago won 29 seats.'],
    [
      'Two carriers ended their contracts and a third asked for more.',
      [['Two carriers', 'end', 'their contracts', null]],
    ],
    ['Nine boats started the race and seven finished.', [['Nine boats', 'start', 'the race', null]]],
    ['The club announced a move to Leeds in March.', [['The club', 'announce', 'a move', null]]],
    ['The theft took place over Memorial Day weekend.', [['The theft', 'take place', null, null]]],
    // Subjects that are joined, or follow a date; the later of two amounts; what a participle describes; what is no act.
    ['Norway and Canada signed a treaty.', [['Norway and Canada', 'sign', 'a treaty', null]]],
    ['Last year output of salt fell 5%.', [['output of salt', 'fall', '5%', '2023']]],
    ['Three-month tin rose 2%.'], // no date
    ['In May her team opened an office.'], // whose it is is not said
    ['Rents climbed from $900 in 2019 to $1,300.', [['Rents', 'climb to', '$1,300', null]]],
    ['The fleet grew from 12 boats to twenty.'], // what is counted is said once
    ['The bill fell by 22 votes to 17.'],
    ['Tolls on the bridge doubled to $4.', [['Tolls on the bridge', 'double to', '$4', null]]],
    ['The council passed a law banning drones.', [['The council', 'pass', 'a law', null]]],
    ['Visitors offered a lamp by the guide carried it home.'], // to whom it was offered
    ['The owner insisted that the lamp had been repaired.'], // what a party says for itself
    // Objects: what is cut gives no row, a noun in -ing goes with the noun before it; amounts that are joined.
    ['The service issued a gale warning for the islands.', [['The service', 'issue', 'a gale warning', null]]],
    ['The court awarded the cook £9,000.'],
    ['Six drivers reported a fault or a near collision.'],
    ['The council approved a ban on selling fireworks.'],
    ['The group comprised two cooks and a guide.', [['The group', 'comprise', 'two cooks and a guide', null]]],
    ['The hall was designed for 300 guests.'],
    ['The pilot was banned from flying.'],
    ['Dunmore Systems earned $3 million (€2.8 million) in 2023.', [['Dunmore Systems', 'earn', '$3 million', '2023']]],
    // A participle without its auxiliary: part of the subject before a verb of its own, else no row.
    ['A man arrested in Leeds pleaded guilty.', [['A man arrested in Leeds', 'plead guilty', null, null]]],
    ['Two boats built in 1990 sank in a storm.'],
    [
      'Net profit for the year ended March 31 rose 4%.',
      [['Net profit for the year ended March 31', 'rise', '4%', null]],
    ],
    ['The firm invested in a mill opened in 2019.'],
    // One form for the noun, the present and the past.
    ['The council cut its budget by £3m in March.', [['The council', 'cut', 'its budget', '2024-03']]],
    ['The chairman quit on Monday.', [['The chairman', 'quit', null, '2024-06-10']]],
    ['The rate cut surprised traders.'],
    ['The power cut hit 300 homes.', [['The power cut', 'hit', '300 homes', null]]],
    // Which of two nouns: the form does not tell, but *who* is no firm.
    ['The owners of the mill, which closed in 2019, have left.'],
    [
      'The head of Dunmore Systems, who resigned on Monday, has left.',
      [['The head of Dunmore Systems', 'resign', null, '2024-06-10']],
    ],
    ["In the Seven Years' War the army fought Prussia."],
  ])('%s', (text, expected = []) => {
    expect(factsOf(text)).toEqual(expected);
  });
});
