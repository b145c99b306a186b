import type { DataSource } from 'typeorm';
import { WrongCredentials } from '../error.js';
import { User } from '../user/user.entity.js';
import { isPassword } from '../user/passwords.js';
import { toEmail } from '../user/user.policy.js';
import type { KnownLogin, LoginsService } from './logins.service.js';
import type { ThrottlesService } from './throttles.service.js';

/** What is known of the browser that asks. */
export interface Client {
  /** Its network address, for counting only; never stored or logged. */
  address: string;
  userAgent: string;
}

/** Signs in with address and password. */
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly logins: LoginsService,
    private readonly throttles: ThrottlesService,
  ) {}

  /**
   * Opens a login. Known and unknown addresses take the same path and the same time (`abuse:A35`); tries are
   * counted per account and per client address.
   * @throws WrongCredentials, TooMany
   */
  async signIn(form: { email: string; password: string }, client: Client): Promise<KnownLogin> {
    const email = toEmail(form.email);
    await this.throttles.take('login-address', client.address);
    await this.throttles.take('login-account', email);
    const user = await this.dataSource.getRepository(User).findOneBy({ email });
    if (!(await isPassword(user?.passwordHash, form.password)) || !user) throw new WrongCredentials();
    await this.throttles.clear('login-account', email);
    await this.throttles.giveBack('login-address', client.address);
    return this.logins.open(user.id, client.userAgent);
  }
}
