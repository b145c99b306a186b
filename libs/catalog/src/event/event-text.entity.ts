import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Event } from './event.entity.js';

/** An event's name and description in one language. */
@Entity('event_texts')
export class EventText {
  @PrimaryColumn('uuid')
  eventId: string;

  @PrimaryColumn('text')
  lang: string;

  @ManyToOne(() => Event, (event) => event.texts, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'event_id' })
  event: Relation<Event>;

  @Column('text')
  name: string;

  @Column('text', { default: '' })
  description: string;
}
