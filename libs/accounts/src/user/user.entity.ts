import { Column, CreateDateColumn, Entity, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** Somebody who works in the studio. The e-mail address is kept in lower case. */
@Entity('users')
export class User {
  @PrimaryColumn('uuid')
  id: string;

  @Index({ unique: true })
  @Column('text')
  email: string;

  @Column('text')
  name: string;

  /** Argon2id, in PHC string form. */
  @Column('text')
  passwordHash: string;

  /** Page language and regional form of studio and mails: `fr-CA`. */
  @Column('text', { default: 'en-CA' })
  locale: string;

  @Column('text', { default: 'America/Montreal' })
  timeZone: string;

  /** The owner of the instance has every role in every show. */
  @Column('boolean', { default: false })
  isInstanceOwner: boolean;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
